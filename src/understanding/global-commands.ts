import { foldCase, normalise } from './normalise.ts';
import { languageOf } from './words.ts';

/** What a shopper may say at any point: `stop` ends messages for good, `cancel` only the running flow. */
export type GlobalCommand = 'cancel' | 'restart' | 'help' | 'stop' | 'person';

/** Whole messages. `(a|b)` is one of them, `(a|b)?` may be absent. */
type CommandForms = Readonly<Record<GlobalCommand, readonly string[]>>;

const en: CommandForms = {
  cancel: [
    '(cancel|cancle|cancell|abort|quit|exit|nevermind|never mind|nvm)( (this|that|it|everything))?',
    '(just )?(forget|drop|leave|skip) (it|this|that|about it)',
    '(lets )?(stop|end) (this|that|it|here)',
    'i (changed|have changed|ve changed|ve) my mind',
    'go away from this',
  ],
  restart: [
    '(start|begin) (over|again|from scratch|from the beginning)',
    'restart',
    'reset',
    'start a?new',
    '(main )?menu',
    'back to (the )?(start|beginning|main menu|menu)',
  ],
  help: [
    'help( me)?',
    'i need( some)? help',
    'can you help( me)?',
    'what (can|do) (you|u|i) (do|say|ask)( here)?( for me)?',
    'what (are )?(my|the) options',
    'how (does|do) (this|it|you) work',
    'commands',
  ],
  stop: [
    'stop( all)?',
    'stopall',
    '(unsubscribe|unsuscribe|unsubcribe|opt out|optout)( me)?',
    'stop (messaging|texting|writing( to)?|contacting) me',
    'no more messages',
    'remove me( from (this|the|your) list)?',
  ],
  person: [
    '(can|could|may) i (talk|speak|chat) (to|with) (a|an|the|some)?( (real|live|actual))? ?(human|person|agent|representative|rep|operator|someone|somebody|one|body|advisor|staff|manager|support|customer service)( being)?',
    '((i )?(want|need|wanna|d like|would like|id like)( to)? )?(talk|speak|chat|connect me|transfer me|put me through|get me|give me) (to |with )?((a|an|the|some) )?((real|live|actual) )?(human|person|agent|representative|rep|operator|someone|somebody|one|body|advisor|staff|manager|support|customer service)( being)?',
    '((i )?(want|need|wanna|would like|id like) )?((a|an) )?((real|live|actual) )?(human|person|agent|representative|operator|live chat|live support)( being)?',
    'customer (service|support|care)',
  ],
};

const es: CommandForms = {
  cancel: [
    '(cancelar|cancela|cancelalo|dejalo|olvidalo|dejalo asi|olvida eso|da igual|no importa|salir)',
    'he cambiado de (idea|opinion)',
  ],
  restart: [
    '(empezar|empecemos|comenzar|volver a empezar|empieza|empezemos)( de (nuevo|cero)| otra vez)?',
    'reiniciar',
    'menu( principal)?',
    'volver al (inicio|menu)',
  ],
  help: [
    '(ayuda|ayudame|socorro)',
    'necesito ayuda',
    'me (puedes|puede) ayudar',
    '(puedes|puede) ayudarme',
    'que (puedes|sabes) hacer',
    'como funciona( esto)?',
  ],
  stop: [
    '(alto|parar|basta|baja|darme de baja|dame de baja|quiero darme de baja)',
    'no (quiero )?mas mensajes',
    'no me (escribas|escriban|envies|envien)( mas)?( mensajes)?',
  ],
  person: [
    '((quiero|quisiera|necesito|puedo|me gustaria) )?hablar con (un|una|alguien|el|la)?( )?(persona|humano|agente|asesor|asesora|operador|operadora|representante|encargado)?( real)?',
    '(un |una )?(persona|humano|agente|asesor|operador)( real)?',
    'atencion al cliente',
  ],
};

const pt: CommandForms = {
  cancel: [
    '(cancelar|cancela)( isso| tudo)?',
    '(deixa|deixa pra la|deixa quieto|desisto|deixa para la|esquece|esqueca|esquece isso|nao importa|sair)',
    'mudei de (ideia|opiniao)',
  ],
  restart: [
    '(recomecar|comecar|recomeca)( de novo| do (zero|inicio|comeco)| outra vez)?',
    'reiniciar',
    'menu( principal)?',
    'voltar ao (inicio|menu|comeco)',
  ],
  help: [
    '(ajuda|socorro|me ajuda|ajude me|me ajude)',
    '(preciso de|quero) ajuda',
    '(voce )?pode me ajudar',
    'o que (voce )?(pode|sabe|consegue) fazer',
    'como (isso )?funciona( isso)?',
  ],
  stop: [
    '(parar|pare|chega|sair da lista|descadastrar|cancelar inscricao)',
    'nao (quero|me mande|me envie|envie)( receber)? mais mensagens',
  ],
  person: [
    '((quero|queria|preciso|posso|gostaria de) )?falar com (um|uma|o|a|alguem)?( )?(pessoa|humano|atendente|agente|operador|operadora|representante)?( real| de verdade)?',
    '(um |uma )?(pessoa|humano|atendente|agente|operador)( real| de verdade)?',
    'atendimento( ao cliente)?',
  ],
};

const de: CommandForms = {
  cancel: [
    '(abbrechen|abbruch|vergiss es|vergessen sie es|egal|lass es|lassen wir das|schon gut|beenden)',
    'ich habe es mir anders uberlegt',
  ],
  restart: [
    '(von vorne|noch ?mal von vorne|neu anfangen|von vorn|neustart|neu starten)( (anfangen|beginnen))?',
    '(haupt)?menu',
    '(zuruck|zurueck) zum (anfang|start|menu|hauptmenu)',
  ],
  help: [
    'hilfe',
    '(ich )?(brauche|brauch) hilfe',
    '(kannst du|konnen sie) mir helfen',
    'was (kannst du|konnen sie)( alles)?( tun)?',
    'wie (funktioniert|geht) (das|es)',
  ],
  stop: [
    '(stopp|stop|abmelden|abbestellen|austragen|abbestelle)',
    'keine (weiteren )?nachrichten( mehr)?',
    '(bitte )?nicht mehr (schreiben|anschreiben)',
  ],
  person: [
    '((ich )?(will|mochte|moechte|kann ich|wurde gerne)( gerne)? )?(bitte )?(mit )?(einem|einer|einen|jemandem|jemand|dem|der)?( )?(echten )?(menschen|mensch|mitarbeiter|mitarbeiterin|person|kundenservice|kundendienst|support|berater|agent)?( bitte)?( (sprechen|reden|chatten|schreiben))',
    '(ich (will|mochte|moechte) )?jemanden? (sprechen|anrufen)',
    '(ein |einen |eine )?(echter |echten |echte )?(mensch|menschen|mitarbeiter|person|berater|agent|kundenservice|kundendienst)',
  ],
};

const hi: CommandForms = {
  cancel: [
    '(रद्द|कैंसिल|कैन्सल)( करें| करो| कर दो| कर दें| कीजिए)?',
    '(छोड़ो|छोड़ दो|छोड़िए|जाने दो|जाने दीजिए|भूल जाओ|बस करो)',
    '(cancel|cancle) (karo|kar do|kardo|kijiye|karna hai)',
    '(chhodo|chodo|chod do|jaane do|jane do)',
    'मेरा मन बदल गया',
  ],
  restart: [
    '(फिर से|दोबारा|नए सिरे से) शुरू (करें|करो|करते हैं|करना है|कर दो)',
    'शुरू से( शुरू करो| शुरू करें)?',
    '(मुख्य )?(मेन्यू|मेनू)',
    '(phir se|fir se|dobara) shuru (karo|kare|karte hai|karna hai)',
    'shuru se',
  ],
  help: [
    'मदद( करो| करें| कीजिए| चाहिए)?',
    '(मुझे|मेरी) मदद( चाहिए| करो| करें| कीजिए)',
    '(आप|तुम) क्या कर सकते (हैं|हो)',
    'यह कैसे काम करता है',
    '(mujhe |meri )?(madad|help) (karo|chahiye|kijiye)',
    'ye kaise kaam karta hai',
  ],
  stop: [
    '(बंद|बन्द) (करें|करो|कर दो|कीजिए)',
    '(संदेश|मैसेज) (बंद करो|बंद करें|मत भेजो|मत भेजिए)',
    '(और )?(संदेश|मैसेज) नहीं चाहिए',
    '(message|msg) (band karo|mat bhejo|nahi chahiye)',
    'band karo',
  ],
  person: [
    '(मुझे )?(किसी )?(व्यक्ति|इंसान|आदमी|एजेंट|कर्मचारी|ग्राहक सेवा|कस्टमर केयर|किसी) से बात (करें|करनी है|करना है|कराओ|करवाओ|करा दो|कराइए|करवा दो)',
    '(ग्राहक सेवा|कस्टमर केयर|एजेंट|इंसान)',
    '(mujhe )?(kisi )?(insaan|insan|agent|vyakti|aadmi|customer care|kisi) se ba?at (karni hai|karna hai|karao|karwao|kara do|karwa do|karo)',
  ],
};

const ar: CommandForms = {
  cancel: [
    '(إلغاء|ألغ|ألغي|ألغه|توقف|خلاص|اتركه|اترك الأمر|انس الأمر|انسى الموضوع|لا يهم|خروج)',
    '(إلغاء|ألغ|ألغي) (هذا|ذلك|كل شيء|الأمر)',
    'غيرت رأيي',
  ],
  restart: [
    '(البدء|ابدأ|نبدأ|لنبدأ|ابدأ مرة أخرى)( من)? (جديد|البداية|الأول|الصفر)',
    '(إعادة البدء|من البداية|من جديد)',
    'القائمة الرئيسية',
    'العودة إلى (البداية|القائمة الرئيسية)',
  ],
  help: [
    '(مساعدة|ساعدني|ساعدوني|النجدة)',
    '(أحتاج|أحتاج إلى|أريد|بدي) مساعدة',
    '(هل )?(يمكنك|ممكن|تستطيع) (مساعدتي|تساعدني|أن تساعدني)',
    'ماذا (يمكنك أن تفعل|تستطيع أن تفعل|تستطيع)',
    'كيف (يعمل هذا|يعمل|أستخدم هذا)',
  ],
  stop: [
    '(إلغاء الاشتراك|ألغ الاشتراك|ألغي الاشتراك|أوقف الرسائل|إيقاف الرسائل|كفى|قف|ستوب)',
    'لا (أريد|ترسل|ترسلوا)( لي)?( المزيد من)?( أي)? (رسائل|الرسائل)( أخرى)?',
  ],
  person: [
    '((أريد|أود|ممكن|هل يمكنني|بدي|أحتاج)( أن)? )?(التحدث|الحديث|أتحدث|أتكلم|أكلم|التكلم|أحكي|التواصل)( إلى| مع)? (شخص|إنسان|موظف|أحد|أحدهم|ممثل|خدمة العملاء|الدعم)( حقيقي)?',
    '(خدمة العملاء|موظف|موظف حقيقي|شخص حقيقي|إنسان حقيقي)',
  ],
};

const courtesyBefore =
  '(?:(?:please|pls|ok|okay|hey|hi|hello|no|oh|sorry|just|bitte|por favor|hola|ola|hallo|can you|could you|i want to|id like to|i would like to|let me|quiero|quero|ich mochte|ich will|कृपया|प्लीज|नमस्ते|مرحبا|من فضلك|لو سمحت|رجاء) )*';
const courtesyAfter =
  '(?: (?:please|pls|thanks|thank you|now|por favor|gracias|obrigado|obrigada|bitte|danke|jetzt|ahora|agora|pfv|prontinho|कृपया|प्लीज|धन्यवाद|من فضلك|لو سمحت|شكرا|الان|رجاء))*';

/** The forms are written with their double letters and accents; what they are compared with has each letter once and none of them. */
const squeezed = (form: string): string =>
  foldCase(form)
    .replace(/([a-z])\1+/g, '$1')
    .replace(/\((?!\?)/g, '(?:');

const compiled = (forms: CommandForms): readonly (readonly [GlobalCommand, RegExp])[] =>
  (['stop', 'cancel', 'restart', 'help', 'person'] as const).map((command) => [
    command,
    new RegExp(squeezed(`^${courtesyBefore}(?:${forms[command].join('|')})${courtesyAfter}$`)),
  ]);

const english = compiled(en);
const byLanguage: ReadonlyMap<string, typeof english> = new Map([
  ['es', [...compiled(es), ...english]],
  ['pt', [...compiled(pt), ...english]],
  ['de', [...compiled(de), ...english]],
  ['hi', [...compiled(hi), ...english]],
  ['ar', [...compiled(ar), ...english]],
]);
/** What is written in these letters is no other language that Parley reads commands in. */
const byScript: readonly (readonly [RegExp, typeof english])[] = [
  [/\p{Script=Devanagari}/u, compiled(hi)],
  [/\p{Script=Arabic}/u, compiled(ar)],
];

const longestCommand = 80;

/** Reads whole messages only: "cancel my order" and "help me find a coat" are for flows. English forms work in every locale, and so do those in
 * letters of their own. */
export const readGlobalCommand = (text: string, locale: string): GlobalCommand | null => {
  if (text.length > longestCommand) return null;
  const message = normalise(text);
  const written = byScript.find(([script]) => script.test(message))?.[1];
  const forms = written ?? byLanguage.get(languageOf(locale)) ?? english;
  return forms.find(([, form]) => form.test(message))?.[0] ?? null;
};
