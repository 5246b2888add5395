import type { PlainWords } from './plain.ts';

export const germanPlain: PlainWords = {
  talk: `lesen liest weiter an ab geben anbieten gewähren vorher statt anstatt innerhalb glaubst denkst meint findest kannst fasst hält passt würdest könntest dürfte beschreibung erklären ändern stornieren verfolgen daran wonach hierzu
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner dieser diese dieses diesen diesem jener jene welche welcher welches welchen
    ich mich mir mein meine wir uns unser du dich dir dein deine deinen deiner deinem er sie es ihn ihm ihr ihnen ihre ihren euch euer man sich wer wen wem wessen was wo wie warum wann
    bin bist ist sind seid war waren wäre sein gewesen habe hast hat haben hatte hätte werde wirst wird werden wurde würde kann kannst können könnte darf dürfen muss müssen soll sollen sollte mag mögen möchte will willst wollen
    und oder aber auch nicht nie weder noch sondern denn weil dass ob wenn als wie so dann da dort hier nur schon mal doch ja nein
    von zu zum zur in im ins an am auf aus bei beim mit ohne für durch über unter um nach vor zwischen neben gegen bis
    beide beiden alle alles etwas nichts andere anderen anderes ander erste ersten zweite zweiten gleiche ähnlich ähnliches anders eins
    sehr ganz recht ziemlich eher mehr weniger viel wenig genug vielleicht wohl gern gerne leider natürlich klar sicher bestimmt eigentlich gerade jetzt noch wieder immer oft
    gut gute guten gutes guter besser beste schön schöne schönes nett hübsch praktisch passend passt passen passende interessant toll fein einfach geeignet
    geschenk idee wahl auswahl alternative
    denke denken glaube glauben hoffe hoffen finde findet finden gefunden sehe sehen siehst schaue schauen zeige zeigen sage sagen sagst weiß wissen meine meinst brauche brauchst brauchen suche suchst suchen
    nehme nimm nehmen kaufen kostet kosten preis preise preisen helfen hilfe frage fragen fragst antwort verstehe verstanden vergleichen wählen entscheiden kommt kommen gehe gehen geht gibt geben mache machen macht gemacht
    gefällt gefallen hilft darauf daran davon dazu dafür damit erzähl erzählen beschreib beschreibung angaben information informationen auskunft seite text worte wort steht
    hallo danke bitte willkommen entschuldigung entschuldige tut leid freut freue freude gerne
    produkt produkte artikel ding dinge sache sachen art sorte modell material farbe größe marke name heißt laden shop geschäft team person mensch mitarbeiter verbinden sprechen
    mutter mama vater papa eltern schwester bruder frau mann partner freund freundin tante onkel oma opa chef lehrer kollege nachbar familie
    zeit tag moment budget guten morgen abend lieferung standard express sonst`,
  assent: `ja nein nee doch klar sicher natürlich genau richtig stimmt das ist es sie er ist sind war kann könnte geht wird würde soll sollte nicht nie bestimmt absolut auf jeden fall
    so schon denke glaube ich ich du kein keine keinen problem warum gut sehr durchaus wohl und`,
  told: ['es', 'sie', 'er', 'das', 'dies\\w*', 'wir', 'unser\\w*'],
  asks: [
    'wusstest du',
    'wussten sie',
    'ist (?:es|das|sie) nicht',
    '(?:wie|was) (?:ist|lautet|heisst|sind) (?:dein|deine|ihr|ihre)',
  ],
};
