import { stemmer } from "@orama/stemmers/turkish";
import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** Turkish: Snowball, and capitals of a dotted and a dotless i. */
const turkish: Language = {
  code: "tr",
  script: "Latin",
  letters: "ğışçöü",
  lowerCase: (word) => word.replace(/İ/g, "i").replace(/I/g, "ı").toLowerCase(),
  stem: stemmer,
  prefixLength: 4,
  // The endings of names stand alone, since an apostrophe sets them off: Türkiye'nin.
  recency: ["güncel", "şimdi", "şimdiki", "bugün", "mevcut", "en yeni", "en son", "şu an", "şu anki"],
  stopWords: wordList(`
    bir ve veya ya da de ile ki mi mı mu mü ne ise için gibi kadar göre karşı doğru rağmen üzere dolayı beri önce sonra
    sırasında arasında üzerinde üzerine içinde altında tarafından hakkında boyunca dışında yanında karşısında itibaren
    olarak olan olduğu olduğunu olup olmak olması olarak oldu olur olsa olabilir olmuştur olmuş oluyor olacak değil
    ben sen o biz siz onlar bana beni benim sana seni senin ona onu onun bize bizi bizim size sizi sizin onlara onları
    onların kendi kendisi kendini kendine kendisini birbirine birbirini
    bu şu bunu bunun buna bunlar bunları bunların bunda bundan şunu şunun şunlar böyle şöyle öyle aynı başka diğer öteki
    her herkes hepsi bütün tüm bazı birçok birkaç çok az daha en pek hiç hiçbir kimse şey biri birisi her biri çoğu
    var yok vardı yoktu vardır idi imiş iken dir dır dur dür tir tır tur tür
    etmek eder etti etmiş edilen edildi edilir eden ettiği yapmak yapan yapıldı yapılan yaptı
    ama fakat ancak lakin çünkü eğer hem hatta yani oysa halbuki madem belki ayrıca böylece bile sadece yalnızca yine hala
    hâlâ şimdi artık burada orada nasıl
    kim kimi kimin kime kimden kimler kimdir neyi neyin neye neden nedir nerede nereye nereden neresi nereli hangi hangisi
    hangileri kaç kaçı kaçıncı kaçta niçin niye zaman
    lütfen açıkla açıklayın anlat anlatın adlandırılır denir denilen
    nin nın nun nün in ın un ün e a ye na yi yı yu yü ı i u ü si sı su sü nde nda ndan nden ten tan den dan te ta
    le la yle yla deki daki teki taki
  `),
  stressed: wordList("değil hiç sadece bütün tüm her kim ne zaman nerede neden nasıl ve veya ama çok"),
  abbreviations: wordList(`
    vs örn bkz dr prof doç yrd av müh sn alb gen yzb cad sok mah apt blv no nr tel s sf yy m.ö m.s mö ms t.c a.ş ltd şti
    bşk bl çev ed st hz ort yak maks min
    oca şub mar nis may tem ağu eyl 
  `),
  ordinals: lazyRegExp(String.raw`^(?:\p{Nd}{1,3}|[IVXL]{1,6})$`, "u"),
  obligations: ["gerekir", "gerekiyor", "lazım", "malı", "meli"],
  questionWords: {
    person: ["kim", "kimi", "kimin", "kime", "kimden", "kimler", "kimdir"],
    time: [
      "ne zaman",
      "hangi yıl",
      "hangi yılda",
      "hangi tarihte",
      "hangi gün",
      "kaç yılında",
      "saat kaçta",
      "hangi ayda",
    ],
    place: [
      "nerede",
      "nereye",
      "nereden",
      "neresi",
      "nerededir",
      "hangi şehirde",
      "hangi ülkede",
      "nerelerde",
    ],
    quantity: ["kaç", "kaçı", "ne kadar", "kaç tane", "ne kadarı", "yüzde kaçı", "ne sıklıkla", "kaçıncı"],
    reason: ["neden", "niçin", "niye", "ne sebeple", "hangi nedenle"],
    manner: ["nasıl", "ne şekilde", "hangi yolla"],
    thing: ["ne", "nedir", "neyi", "neyin", "neye", "hangi", "hangisi", "hangileri", "nelerdir", "neler"],
  },
};

export default turkish;
