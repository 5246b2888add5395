import type { ListedWords } from '../listed-words.ts';

export const de: ListedWords = {
  values: {
    3: 'ausgezeichnet ausgezeichnete hervorragend hervorragende fantastisch fantastische wunderbar wunderbare wundervoll perfekt perfekte perfekter liebe lieben geliebt genial geniale klasse spitze grossartig grossartige begeistert traumhaft exzellent bestens super toll tolle toller tolles tollen geil geile mega glucklich',
    2: 'gut gute guter gutes guten danke dankeschon schon schone schoner schones hubsch freue freut freuen freude froh zufrieden zufriedene gefallt gefallen besser beste bester bestes besten empfehle empfehlen empfehlenswert schnell schnelle freundlich freundliche nett nette angenehm bequem lecker gluckwunsch qualitat lustig spass gewonnen gewinnen lacheln prima cool haha hihi lieb suss susse hilfreich sauber',
    1: 'ok okay gern gerne passt richtig nutzlich interessant neu sicher punktlich funktioniert gunstig gunstige einfach',
    '-1': 'teuer teure langsam spat verspatet dauert warte warten wartet fehlt fehlen schwer schwierig langweilig komisch mude allein unbequem zweifel zu-klein zu-gross',
    '-2': 'schlecht schlechte schlechter schlechtes schlechten fehler problem probleme beschwerde beschweren traurig leider enttauscht enttauschend enttauschung kaputt kaputte defekt defekte falsch falsche falschen hasslich schlimm schlimmer schlechteste verloren krank schmerz schmerzen weinen weh angst argerlich argere arger verargert genervt nervt nervig sauer wutend zuruckgeben ungerecht schmutzig verspatung unfreundlich nie unzufrieden mist doof blod blode tot',
    '-3': 'schrecklich schreckliche furchtbar furchtbare katastrophe katastrophal grauenhaft hasse hass ekelhaft eklig unverschamt unverschamtheit frechheit frech luge lugen lugner unmoglich inakzeptabel skandal mull schrott dreck lacherlich peinlich nutzlos idiot idioten dumm dumme trottel arschloch arschlocher scheisse scheiss scheiss- verdammt verdammte verdammter fick ficken wichser schweinerei saftladen miserabel unterirdisch kotzen kotzt',
    '-4': 'betrug betruger betrogen abzocke abgezockt abzocker anwalt anzeige verbraucherzentrale',
  },
  negations: 'nicht nie niemals kein keine keinen keiner keinem nichts niemand ohne weder kaum',
  degrees: {
    0.35: 'sehr extrem total vollig absolut unglaublich echt',
    0.25: 'so wirklich richtig ganz',
    '-0.25': 'etwas bisschen wenig',
  },
  turns: 'aber jedoch obwohl',
};
