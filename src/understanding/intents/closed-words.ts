/**
 * Words that a language is known by: articles, pronouns, prepositions, question words, and the commonest words to a shop; as
 * `foldCase` writes them. A word of several languages counts for each, the less the more they are.
 */
export const closedWords: Readonly<Record<string, string>> = {
  en: `the a an and or but of to in on at for with from by about my your our their his her its this that these those i you we they he she it me
us them is are was were be been am do does did have has had can could will would should may not no any some all more most much many when where
what who which how why there here if so too very just only please thanks thank want need like get got show send find order size price
buy looking help how's what's where's i'm don't can't it's i've u pls is it red blue black white green small big cheap new same other
another one two something anything than as out up off under over after before back again still yet now today tomorrow good morning
cheaper bigger smaller better item items shipping delivery refund return cart shoes shirt dress coat gift
hi hey hello lol lmao omg wat yo sup ok okay mat bag watch mug mugs cup hat coats jacket boots lamp chair table`,
  es: `el la los las un una unos unas y o pero de del al en con por para sin sobre mi mis tu tus su sus este esta esto estos estas ese esa eso
yo usted ustedes nosotros ellos me te se lo le nos les es son soy eres esta estan estoy hay ser tener tengo tiene tienen tienes no si muy mas menos
mucho mucha muchas muchos algo algun alguna que quien cual cuales cuando donde como cuanto cuanta cuantos cuesta cuestan porque quiero quisiera necesito busco
puedo puede puedes pueden pedido envio enviar talla precio comprar gracias hola buenos buenas dias hoy ayer manana otro otra mismo ya
todavia aun nunca antes despues ahora aqui quita dos pequeno pequena grande barato caro rojo azul negro verde blanco zapatos camisa
vestido regalo tarjeta pagar devolver cambiar ver ayuda ayudar llega llego
anade quitalo taza tazas chaqueta abrigo mochila reloj pantalones zapatillas botas falda sombrero gorra bufanda silla
lampara almohada manta libro garantia efectivo rojos negros blancos azules busca tenis`,
  pt: `o a os as um uma uns umas e ou mas de do da dos das no na nos nas em com por para sem sobre pelo pela meu minha meus minhas seu sua
este esta isto esse essa isso eu voce voces nos eles me te se lhe e sao sou esta estao estou tem tenho ter ha nao sim muito muita mais menos algo
algum alguma que quem qual quais quando onde como quanto quantos custa custam porque quero queria preciso procuro posso pode podem pedido
encomenda frete entrega tamanho preco comprar obrigado obrigada ola oi bom dia boa tarde noite hoje ontem amanha outro outra mesmo ja
ainda nunca antes depois agora aqui tira dois duas pequeno pequena grande barato caro vermelho azul preto verde branco sapatos
camisa vestido presente cartao pagar devolver trocar mudar ver ajuda ajudar chegar chegou vai veio foi cade ficou ao aos d'agua
caneca canecas casaco jaqueta mochila relogio calca calcas tenis sapato bota botas saia chapeu cachecol cadeira lampada
travesseiro cobertor livro garantia pix boleto aceita aceitam parcela parcelas desconto vermelha vermelhos preta pretos
branca brancos azuis`,
  de: `der die das den dem des ein eine einen einem einer und oder aber von vom zu zum zur im in an am auf aus bei mit nach fur ohne uber unter
mein meine meinen meiner dein deine ihr ihre unser unsere sein dieser diese dieses ich du er sie es wir mich mir dich dir uns ist sind war
bin bist seid habe habt hat haben kann konnen kannst konnt will mochte wollen werden wird nicht kein keine ja nein sehr mehr viel viele etwas
was wer wie wo wann warum welche welcher welches gibt brauche suche bestellung paket versand lieferung grosse preis kaufen bestellen bitte
danke dank vielen hallo guten tag morgen heute gestern andere anderen noch schon nie immer jetzt hier zwei klein kleiner gross grosser
gunstig billig teuer rot rote blau schwarz schwarze grun weiss schuhe hemd kleid geschenk karte zahlen zuruck andern zeig zeigen helfen
kommt nochmal wieder davon dazu
jacke jacken winterjacke winterjacken regenjacke mantel tasse tassen becher stuhl tisch lampe hose hosen stiefel
turnschuhe rucksack uhr uhren mutze schal rock decke kissen buch garantie zweite zweiten erste ersten dritte letzte
losch losche passt weiße blaue grune gelb gelbe warme rechnung lieferzeit umtausch ruckgabe ratenzahlung`,
  hi: `hai hain ho hoon hu tha thi the ka ki ke ko se mein me mai par pe ne aur ya lekin nahi nahin mat kya kyu kyun kab kahan kaha kaise kaisa
kitna kitne kitni kaun kaunsa koi kuch mera meri mere mujhe muje mujhko main hum humein hame aap aapka aapke aapki tum tumhara ye yeh wo
woh isko usko iska uska is us chahiye chahie karo karna karni kar karu karke karta dikhao dikha bhejo bhej do de dena lena milega mil raha
rahi rahe gaya gayi aaya aayi aayega abhi tak aaj kal bahut bohot accha acha sasta mehnga mehenga bada chota wala wali wale sab sabse
liye saath paas dono dusra doosra pehla phir bhi hi to na ji bhai namaste dhanyavad shukriya paise paisa wapas vapas saman kapda joote
rang lal neela kala hara safed ghar baat madad galat kharab kripya sakte sakta sakti bataye batao haan
laal kam zyada jyada dete deta leta lete kitab ghadi joota jute chappal kambal dikhaiye bolo bolte samajh delivery hata hatao
daalo dalo rupaye rupay`,
  // No starter texts are in these: enough words that they are not taken for a neighbour.
  fr: `le la les un une des du de et ou mais je tu il elle nous vous ils mon ma mes votre vos ce cette ces est sont suis ai avez avoir pas ne plus
pour avec sans sur dans chez que qui quoi quand ou comment combien pourquoi quel quelle bonjour bonsoir merci salut oui non commande
livraison colis taille prix acheter veux voudrais cherche puis peux rembourser retour remboursement rouge bleu noir blanc chaussures aussi tres`,
  it: `il lo la i gli le un uno una e o ma di del della dei delle al alla in con per da su mio mia miei tuo questo questa quello sono sei siamo ho hai avete
non piu che chi cosa quando dove come quanto perche quale ciao buongiorno buonasera grazie si ordine spedizione consegna pacco taglia prezzo
comprare vorrei voglio cerco posso restituire rimborso rosso blu nero bianco scarpe anche molto`,
  nl: `de het een en of maar van voor met zonder op in aan bij naar mijn jouw uw dit dat deze die ik jij je u wij hij zij ben is zijn was heb hebt heeft
niet geen wat wie waar wanneer hoe waarom welke hoeveel hallo goedemorgen dank bedankt ja nee bestelling pakket verzending levering maat prijs
kopen wil zoek kan terugsturen terug geld rood blauw zwart wit schoenen ook meer graag kunt`,
  tr: `bir ve veya ama bu su o ben sen biz siz benim senin icin ile gibi var yok mi mu ne nerede ne zaman nasil neden kac hangi merhaba selam
tesekkurler tesekkur evet hayir siparis siparisim kargo kargom beden fiyat fiyati almak istiyorum ariyorum iade kirmizi mavi siyah beyaz ayakkabi daha cok lutfen`,
  pl: `i w z na do od za po przez dla o u nie tak to ten ta te jest sa mam masz moj moja moje jak gdzie kiedy co kto ile dlaczego czy dzien dobry czesc
dziekuje prosze zamowienie zamowienia przesylka paczka dostawa rozmiar cena kupic chce szukam zwrot zwrocic czerwony niebieski czarny bialy buty`,
  id: `yang dan atau tapi di ke dari untuk dengan ini itu saya aku kamu anda kami tidak ada apa siapa kapan dimana mana bagaimana berapa kenapa halo selamat
terima kasih ya pesanan saya kirim pengiriman paket ukuran harga beli mau cari bisa tolong merah biru hitam putih sepatu juga lebih`,
};
