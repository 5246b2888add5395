/** What is written short in messages, spelt out, in the form that `normalise` gives. */
const spelling = `
u you / ur your / urs yours / r are / y why / n and / nd and / pls please / plz please / plss please / kindly please / hv have
hav have / havnt have not / smthng something / smth something / sth something / thx thanks / tnx thanks / ty thanks / hw how
wht what / wat what / wen when / whn when / whr where / abt about / bcoz because / cuz because / bc because / msg message
msgs messages / qty quantity / amt amount / info information / tmrw tomorrow / tomo tomorrow / acct account / acc account
addr address / ph phone / mob mobile / pic picture / pics pictures / gud good / wanna want to / gonna going to / gotta got to
lemme let me / gimme give me / dunno do not know / dnt do not / cnt can not / im i am / ive i have / whats what is
wheres where is / hows how is / whens when is / whos who is / its it is / cant can not / dont do not / doesnt does not
didnt did not / isnt is not / arent are not / wasnt was not / havent have not / hasnt has not / wont will not
couldnt could not / wouldnt would not / youre you are / theres there is / thats that is / delv delivery / dlvry delivery
q que / xq porque / pq porque / tb tambien / tmb tambien / vc voce / vcs voces / tbm tambem / qdo quando / qto quanto / hj hoje
kya kya / kaise kaise / mje mujhe / muje mujhe / h hai
`;

const table = new Map(
  spelling.split(/[\n/]/u).flatMap((line): readonly (readonly [string, readonly string[]])[] => {
    const [short, ...full] = line.trim().split(' ');
    return short === undefined || full.length === 0 ? [] : [[short, full]];
  }),
);

/** The words of a normalised text, each shorthand spelt out. */
export const spelledOut = (text: string): readonly string[] => {
  const words: string[] = [];
  for (const word of text.split(' ')) {
    const full = table.get(word);
    if (full === undefined) words.push(word);
    else words.push(...full);
  }
  return words;
};
