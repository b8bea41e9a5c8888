import { stemmer } from "@orama/stemmers/hungarian";
import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** Hungarian: Snowball. */
const hungarian: Language = {
  code: "hu",
  script: "Latin",
  letters: "őűáéíóöúü",
  stem: stemmer,
  prefixLength: 5,
  recency: ["legújabb", "legfrissebb", "legutóbbi", "jelenlegi", "jelenleg", "most", "ma", "mostani"],
  stopWords: wordList(`
    a az egy
    én te ő mi ti ők engem téged őt minket titeket őket nekem neked neki nekünk nektek nekik magam magát maga saját
    ez ezt ezek ezeket ebben ebből ehhez erre erről ennek ezzel azt azok azokat abban abból ahhoz arra arról annak
    azzal ezen azon olyan ilyen ugyanaz más másik minden mindenki mindegyik mindkét néhány valami valaki semmi senki sok
    kevés több kevesebb legtöbb nagyon igen túl
    van vannak volt voltak lesz lesznek lenne lett lettek legyen lenni vagyok vagy vagyunk volna nincs nincsenek
    lehet lehetett lehetne kell kellett kellene tud tudott tudja fog fogja szokott
    által alatt alá után át előtt ellen ellenére felett fölött felé helyett iránt között közé közül közben köré mellett
    mellé miatt mögött mögé nélkül óta részére során számára szerint szemben túl végett révén
    és s vagy de hanem mert hogy ha mivel pedig így tehát ezért azért bár noha mint míg amíg amikor ahol aki akik
    akit amely amelyek amelyet ami amit akinek aminek amelynek ahogy ahogyan
    nem ne is csak már még mindig soha sosem itt ott most akkor majd aztán ekkor szinte körülbelül inkább
    meg el le fel föl be ki össze vissza
    ki kik kit kinek kié mi mit mik minek mikor mióta meddig hol hová hova honnan miért miképp hogyan hány hányan
    mennyi mennyit melyik melyek milyen mekkora mely
    kérem kérlek magyarázd írd nevezd hívják nevezik hívták nevezték
  `),
  stressed: wordList("nem soha csak minden mindig ki mi mikor hol miért hogyan és vagy de"),
  abbreviations: wordList(`
    pl kb ill ún dr prof id ifj özv szt st sz ld vö i.e i.sz u.n ti uo old fej bp kft bt rt zrt nyrt max min tel
    jan febr márc ápr máj jún júl aug szept okt nov dec
  `),
  ordinals: lazyRegExp(String.raw`^(?:\p{Nd}{1,4}|[IVXL]{1,6})$`, "u"),
  obligations: ["kell", "érdemes", "lehet", "szabad"],
  questionWords: {
    person: ["ki", "kik", "kit", "kinek", "kié", "kitől", "kivel"],
    time: ["mikor", "mióta", "melyik évben", "milyen évben", "melyik napon", "mely évben"],
    place: ["hol", "hová", "hova", "honnan", "melyik városban", "melyik országban"],
    quantity: ["hány", "hányan", "mennyi", "mennyit", "mekkora", "meddig", "milyen gyakran", "hányszor"],
    reason: ["miért", "mi okból", "mi miatt"],
    manner: ["hogyan", "hogy", "miképp", "milyen módon"],
    thing: ["mi", "mit", "mik", "melyik", "melyek", "milyen", "mely", "minek", "miben", "mivel", "miből"],
  },
};

export default hungarian;
