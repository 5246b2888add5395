import { normalise } from './normalise.ts';
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
    '(cancelar|cancela|deixa|deixa pra la|deixa para la|esquece|esqueca|esquece isso|nao importa|sair)',
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
    'zuruck zum (anfang|start|menu|hauptmenu)',
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
    '(ein |einen |eine )?(echter |echten |echte )?(mensch|menschen|mitarbeiter|person|berater|agent|kundenservice|kundendienst)',
  ],
};

const courtesyBefore =
  '(?:(?:please|pls|ok|okay|hey|hi|hello|no|oh|sorry|just|bitte|por favor|hola|ola|hallo|can you|could you|i want to|id like to|i would like to|let me|quiero|quero|ich mochte) )*';
const courtesyAfter =
  '(?: (?:please|pls|thanks|thank you|now|por favor|gracias|obrigado|obrigada|bitte|danke|jetzt|ahora|agora))*';

/** The forms are written with their double letters; what they are compared with has each letter once. */
const squeezed = (form: string): string => form.replace(/([a-z])\1+/g, '$1').replace(/\((?!\?)/g, '(?:');

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
]);

const longestCommand = 80;

/** Reads whole messages only: "cancel my order" and "help me find a coat" are for flows. English forms work in every locale. */
export const readGlobalCommand = (text: string, locale: string): GlobalCommand | null => {
  if (text.length > longestCommand) return null;
  const message = normalise(text);
  const forms = byLanguage.get(languageOf(locale)) ?? english;
  return forms.find(([, form]) => form.test(message))?.[0] ?? null;
};
