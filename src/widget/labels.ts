/** Names of the labels, in the order in which each language lists them. */
const names = [
  "placeholder",
  "ask",
  "close",
  "suggestions",
  "loading",
  "answer",
  "passages",
  "refused",
  "nearest",
  "source",
  "offline",
  "limited",
  "failed",
  "retry",
  "helpful",
  "yes",
  "no",
  "thanks",
  "guessed",
] as const;

type Name = (typeof names)[number];

/** Says a label. `limited` holds `#` for a number of seconds, `guessed` `#` for what was searched for and `@` for what was asked; `source` is followed by a number. */
export type Labels = (name: Name) => string;

/** One line a language, labels parted by `|`: repeating the names twelve times would cost a tenth of the widget. */
const languages: Readonly<Record<string, string>> = {
  ar: "اطرح سؤالاً|اسأل|إغلاق|اقتراحات|جارٍ البحث…|الإجابة|المقاطع|لا توجد إجابة في هذه المقالات.|أقرب المقاطع|المصدر|أنت غير متصل. اتصل بالإنترنت ثم أعد المحاولة.|أسئلة كثيرة جداً. أعد المحاولة بعد # ثانية.|حدث خطأ. أعد المحاولة بعد قليل.|إعادة المحاولة|هل أفادك هذا؟|نعم|لا|شكراً لك.|تُعرض الإجابات عن # بدلاً من @.",
  de: "Stellen Sie eine Frage|Fragen|Schließen|Vorschläge|Suche läuft…|Antwort|Textstellen|Das steht nicht in diesen Artikeln.|Am nächsten kommt|Quelle|Sie sind offline. Stellen Sie die Verbindung her und versuchen Sie es erneut.|Zu viele Fragen. Versuchen Sie es in # Sekunden erneut.|Etwas ist schiefgegangen. Versuchen Sie es gleich noch einmal.|Erneut versuchen|War das hilfreich?|Ja|Nein|Danke.|Antworten zu #, nicht zu @.",
  en: "Ask a question|Ask|Close|Suggestions|Searching…|Answer|Passages|Not in these articles.|Nearest passages|Source|You are offline. Connect, then try again.|Too many questions. Try again in # seconds.|Something went wrong. Try again in a moment.|Try again|Was this helpful?|Yes|No|Thank you.|Showing answers for #, not @.",
  es: "Haga una pregunta|Preguntar|Cerrar|Sugerencias|Buscando…|Respuesta|Pasajes|No está en estos artículos.|Pasajes más cercanos|Fuente|No hay conexión. Conéctese e inténtelo de nuevo.|Demasiadas preguntas. Inténtelo de nuevo en # segundos.|Algo ha fallado. Inténtelo de nuevo en un momento.|Reintentar|¿Le ha servido?|Sí|No|Gracias.|Respuestas para #, no para @.",
  fr: "Posez une question|Demander|Fermer|Suggestions|Recherche…|Réponse|Passages|Ces articles n’en disent rien.|Passages les plus proches|Source|Vous êtes hors ligne. Connectez-vous, puis réessayez.|Trop de questions. Réessayez dans # secondes.|Un problème est survenu. Réessayez dans un instant.|Réessayer|Cela vous a-t-il aidé ?|Oui|Non|Merci.|Réponses pour #, et non pour @.",
  hi: "प्रश्न पूछें|पूछें|बंद करें|सुझाव|खोज जारी है…|उत्तर|अंश|इन लेखों में नहीं है।|निकटतम अंश|स्रोत|आप ऑफ़लाइन हैं। कनेक्ट करके फिर कोशिश करें।|बहुत सारे प्रश्न। # सेकंड बाद फिर कोशिश करें।|कुछ गलत हुआ। थोड़ी देर में फिर कोशिश करें।|फिर कोशिश करें|क्या इससे मदद मिली?|हाँ|नहीं|धन्यवाद।|@ के बजाय # के उत्तर दिखाए जा रहे हैं।",
  it: "Fai una domanda|Chiedi|Chiudi|Suggerimenti|Ricerca…|Risposta|Passaggi|Non è in questi articoli.|Passaggi più vicini|Fonte|Sei offline. Connettiti e riprova.|Troppe domande. Riprova tra # secondi.|Qualcosa è andato storto. Riprova tra un momento.|Riprova|È stato utile?|Sì|No|Grazie.|Risposte per #, non per @.",
  ja: "質問を入力|質問する|閉じる|候補|検索中…|回答|該当箇所|これらの記事には書かれていません。|近い箇所|出典|オフラインです。接続してからもう一度お試しください。|質問が多すぎます。#秒後にもう一度お試しください。|問題が発生しました。しばらくしてからもう一度お試しください。|もう一度試す|役に立ちましたか？|はい|いいえ|ありがとうございます。|@ ではなく # の結果を表示しています。",
  pt: "Faça uma pergunta|Perguntar|Fechar|Sugestões|Pesquisando…|Resposta|Trechos|Não está nestes artigos.|Trechos mais próximos|Fonte|Você está offline. Conecte-se e tente de novo.|Perguntas demais. Tente de novo em # segundos.|Algo deu errado. Tente de novo em instantes.|Tentar de novo|Isto ajudou?|Sim|Não|Obrigado.|Respostas para #, não para @.",
  ru: "Задайте вопрос|Спросить|Закрыть|Подсказки|Поиск…|Ответ|Фрагменты|В этих статьях этого нет.|Ближайшие фрагменты|Источник|Нет сети. Подключитесь и повторите попытку.|Слишком много вопросов. Повторите через # с.|Что-то пошло не так. Повторите попытку чуть позже.|Повторить|Это помогло?|Да|Нет|Спасибо.|Ответы по запросу #, а не @.",
  tr: "Bir soru sorun|Sor|Kapat|Öneriler|Aranıyor…|Yanıt|Bölümler|Bu makalelerde yok.|En yakın bölümler|Kaynak|Çevrimdışısınız. Bağlanıp yeniden deneyin.|Çok fazla soru. # saniye sonra yeniden deneyin.|Bir sorun oluştu. Birazdan yeniden deneyin.|Yeniden dene|Yardımcı oldu mu?|Evet|Hayır|Teşekkürler.|@ yerine # için yanıtlar gösteriliyor.",
  zh: "请输入问题|提问|关闭|建议|正在搜索…|回答|段落|这些文章中没有答案。|最接近的段落|来源|您已离线。请联网后重试。|提问过于频繁。请在 # 秒后重试。|出了点问题。请稍后重试。|重试|这对您有帮助吗？|有|没有|谢谢。|显示 # 的结果，而不是 @。",
};

/** Languages that the widget speaks, as primary language subtags. */
export const widgetLanguages: readonly string[] = Object.keys(languages);

/** The labels of the first tag that the widget speaks, else English, and the language that they are in. */
export function labelsFor(tags: readonly string[]): { lang: string; labels: Labels } {
  const subtags = tags.map((tag) => tag.toLowerCase().replace(/[-_].*/, ""));
  const lang = subtags.find((subtag) => Object.hasOwn(languages, subtag)) ?? "en";
  const texts = languages[lang]?.split("|") ?? [];
  return { lang, labels: (name) => texts[names.indexOf(name)] ?? "" };
}
