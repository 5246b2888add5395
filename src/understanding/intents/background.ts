/**
 * What people also write, and hardly any shop has a flow for: written for this file, a subject a line. The scorer learns from
 * them that "what is the" and "how do I" say nothing by themselves. A line that a shop's own examples come near is left out.
 */
const general = `
what is the weather like today / is it going to rain tomorrow / how hot is it in madrid right now
tell me a joke / say something funny / sing me a song / make me laugh
who is the president of france / what is the capital of australia / how many people live in china
who won the game last night / what was the score of the match / when is the next world cup
set an alarm for seven in the morning / wake me up at six / start a timer for ten minutes
what time is it in new york / what day is it today / how many days until christmas
play some music / turn up the volume / next song please / what song is this
turn off the lights in the kitchen / make it warmer in the bedroom / lock the front door
how far is the moon / why is the sky blue / how old is the universe
translate good morning into italian / how do you spell necessary / what does this word mean
book me a flight to london / find a hotel near the beach / do i need a visa for turkey
reserve a table for two tonight / what is a good recipe for soup / how long do i boil an egg
how many calories are in an apple / is this food healthy / how do i lose my fear of flying
give me directions to the airport / how is the traffic / where can i park my car here
my car makes a strange noise / how do i change a tire / when is the next oil change due
what is the balance of my bank account / transfer money to my brother / my card was blocked at the bank
how do i open a savings account / what is the interest rate on a loan / did my salary come in
how do i apply for a credit card / what are my taxes this year / explain the stock market to me
who is your favourite actor / what is your favourite colour / do you like football
are you married / do you have children / how old are you / where do you live / do you have feelings
i love you / you are beautiful / will you go out with me / i am bored / i am so lonely
i had a bad dream / my head hurts / i feel sick today / my boss is mean to me
how do i write a letter / correct my homework / write a poem about the sea / solve this equation
what is two plus two / what is the square root of nine / flip a coin / roll the dice / pick a number
how do i learn the guitar / which book should i read / is that film any good / who directed it
what is happening in the news / who will win the election / what do you think of politics
is there a god / what is the meaning of life / tell me a fact about elephants
remind me to call my mother / add a meeting on monday / what is on my calendar / cancel my appointment with the doctor
read my new messages / call my dad / send a text to anna / share my location with john
how do i reset my phone / my computer is slow / the wifi does not work / my battery is low / how do i install this app
how do i get a passport / where is the nearest hospital / i need a plumber / which school is the best
when does the train leave / how much is a bus ticket / where is my luggage / call me a taxi
my dog does not eat / how often do i water a cactus / which plants grow in the shade
how do i tie a tie / how do i get a stain out / how do i fix a tap that drips
are there jobs for students / how do i write a resume / how much do teachers earn / how many holidays do i have left
what is the plot of that story / who wrote this / which team do you support / when was the war
can you dance / do you sleep / are you smarter than me / tell me about yourself / what are you doing
i went to the park yesterday / my sister has a new house / we are going to the mountains next week
it was nice to meet your family / the children are asleep / i forgot my keys at work / the meeting was long
what rhymes with orange / is this a real picture / define gravity / who invented the telephone
how do i join the league / my team lost points / why was my player not counted / i want to take my winnings out
my insurance does not cover it / who is my landlord / how do i vote / what is the speed limit here
asdf qwerty / blah blah blah / hmm well / random words here / nothing special / never heard of it
what do you know about black holes / how do rockets fly / is there life on mars / which bird is that
`;

const otherLanguages = `
qué tiempo hace hoy / cuéntame un chiste / quién ganó el partido / qué hora es / pon música / cuántos años tienes
cuál es la capital de italia / estoy aburrido / me duele la cabeza / cómo aprendo inglés / resérvame un vuelo / te quiero
como está o tempo hoje / conta uma piada / quem ganhou o jogo / que horas são / toca uma música / quantos anos você tem
qual é a capital da itália / estou entediado / estou com dor de cabeça / como aprendo inglês / reserva um voo / eu te amo
wie wird das wetter heute / erzähl mir einen witz / wer hat gestern gewonnen / wie spät ist es / spiel musik / wie alt bist du
was ist die hauptstadt von italien / mir ist langweilig / ich habe kopfschmerzen / buch mir einen flug / ich liebe dich
आज मौसम कैसा है / एक चुटकुला सुनाओ / मैच किसने जीता / अभी समय क्या है / गाना बजाओ / तुम्हारी उम्र क्या है
aaj mausam kaisa hai / ek joke sunao / match kisne jeeta / abhi kitne baje hain / gaana bajao / tum kaun ho
كيف الطقس اليوم / احكي لي نكتة / من فاز في المباراة / كم الساعة الآن / شغل موسيقى / كم عمرك
ما هي عاصمة إيطاليا / أنا أشعر بالملل / رأسي يؤلمني / كيف أتعلم الإنجليزية / أحبك
`;

const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/[\n/]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const background: readonly string[] = [...sentencesOf(general), ...sentencesOf(otherLanguages)];
