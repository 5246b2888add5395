import { type PageLanguage, phrases, words } from './language.ts';

export const german: PageLanguage = {
  empty: words(`
    der die das den dem des ein eine einen einem einer und oder aber wenn dann so von zu zum zur in im an am auf bei fur aus mit ohne nach uber als wie
    ich mir mich mein meine meinen wir uns unser sie ihr ihre ihnen du dir dich dein es man er ist sind war sein bin hat haben habe hatte kann konnen konnt
    konnte wird werden wurde soll darf muss nicht kein keine ja was welche welcher welches wer wann wo warum wieso wieviel viel viele lange da hier auch
    bitte hallo danke gern gerne mal noch etwas alles mochte will brauche gibt laden shop kaufen machen bekomme`),
  asks: phrases(
    'wie, was, wann, wo, wohin, woher, warum, wieso, weshalb, wer, welche, welcher, welches, wieviel, ich wurde gern wissen, ich mochte wissen, sag mir, eine frage, frage',
  ),
  asksWhether: words(
    'kann konnen konnt konnte ist sind gibt habt haben hat darf muss wird werden liefert liefern versendet nehmt nehmen akzeptiert bietet seid',
  ),
  wishes: phrases(
    'ich suche, suche, ich mochte, ich will, ich brauche, zeig mir, zeige mir, zeigen sie mir, habt ihr, haben sie, verkauft ihr, verkaufen sie, ich hatte gern, gib mir',
  ),
  has: phrases(
    'habt ihr, haben sie, hast du, habt ihr auch, haben sie auch, verkauft ihr, verkaufen sie, verkaufst du, fuhrt ihr, fuhren sie',
  ),
  sold: phrases('karten, telefone, grossen, andere grossen'),
  tells: phrases(
    'ich habe kein, ich habe keine, ich habe keinen, ich hab kein, ich hab keine, mir wurde, es wurde mir',
  ),
  elsewhere: phrases(
    'welche farbe hat es, welche farbe ist das, welche grosse ist das, was kostet es, was kostet das, wie viel kostet das, wie viel kostet es, entferne es, losch es, losche es, zuruck',
  ),
  own: phrases(
    'meine bestellung, meine bestellungen, mein paket, meine lieferung, mein warenkorb, mein konto, meine rechnung, mein geld, meine adresse, ich habe bestellt',
  ),
  same: [
    phrases(
      'lieferung, liefern, liefert, geliefert, lieferungen, versand, versenden, versendet, verschickt, verschicken, lieferzeiten, versandkosten, lieferkosten',
    ),
    phrases('kosten, kostet, preis, preise, gebuhr, gebuhren, wie teuer, wie viel kostet, versandkosten, lieferkosten'),
    phrases('dauer, dauert, lieferzeit, lieferzeiten, wie lange, wie schnell, tage, frist, kommt an'),
    phrases('zuruckgeben, ruckgabe, zuruckschicken, rucksendung, retoure, retouren, zurucksenden, zuruck'),
    phrases('erstattung, geld zuruck, ruckerstattung, erstattet'),
    phrases('umtausch, umtauschen, tauschen, andere grosse'),
    phrases('zahlen, zahlung, bezahlen, zahlungsarten, bezahlung, zahlt, zahle'),
    phrases('karte, kreditkarte, kreditkarten, visa, mastercard, ec karte'),
    phrases('bar, nachnahme, bargeld'),
    phrases('offnungszeiten, geoffnet, offen, offnet, schliesst, geschlossen'),
    phrases('kontakt, telefon, anrufen, telefonnummer, erreichen, email'),
    phrases('daten, datenschutz, personliche daten'),
    phrases('gutschein, gutscheine, geschenkkarte, geschenkkarten, geschenkgutschein'),
    phrases('einpacken, verpacken, geschenkpapier, als geschenk'),
    phrases('grosse, grossen, grossentabelle, masse'),
    phrases('waschen, wasche, waschmaschine, gewaschen'),
    phrases('kaputt, beschadigt, defekt'),
    phrases('ausland, international, andere lander'),
    phrases('gratis, kostenlos, umsonst'),
  ],
  endings: words('ungen ung lich ern est end en er es em st e n s t'),
};
