import type { PlainWords } from './plain.ts';

export const englishPlain: PlainWords = {
  talk: `read reads reading further give offer before earlier instead trouble cancel track change finding holds hold carry works work both connect explain check enough trip there's wonder would description long
    a an the this that these those here there then than and or but nor so as if whether when while once because since though although however
    i me my mine we us our ours you your yours he him his she her hers it its they them their who whom whose which what where why how     am is are was were be been being do does did done doing have has had having can could may might must shall should will would
    i'm i'd i've i'll it's that's there's here's what's you're you'd you'll you've we're they're let's let don't doesn't didn't isn't aren't can't couldn't
    not no never none neither either both each one ones first second third next other another same different similar like alike else
    of to in on at by for from with without about into onto over under up out off between among around
    yes sure okay ok please thanks thank welcome sorry unfortunately afraid hello hi hey dear course glad happy gladly great pleasure pity
    very really quite rather pretty too also as well even just only more most much many few some any all bit little enough maybe perhaps probably
    now again always often still already yet later moment well far
    good better best nice lovely beautiful fine great pleasant charming cute practical handy wonderful interesting suitable sensible simple
    present gift idea choice option favourite favorite match fit fits suit suits alternative pick
    think believe hope guess feel find found see look looked looking show tell told say says know mean want need wish like prefer choose decide take try
    use get go come comes help ask answer understand understood understand describe mention compare consider mind care depend depends matter let's make makes made
    buy order cost costs price prices priced sell sells shop store product products item items thing things kind type sort model material colour color size
    name named called brand description details information info text page website word words reviews review result results list search
    person team colleague connect talk chat question message
    mother mum mom father dad parents sister brother wife husband partner friend aunt uncle grandma grandpa grandmother grandfather boss teacher colleague neighbour neighbor family
    time day right budget limit money something anything nothing everything
    morning evening afternoon delivery standard express`,
  assent: `yes yeah yep yup no nope not none never sure course of certainly absolutely definitely indeed correct exactly right true agreed why worries problem
    it that this they you he she there i we is are was were does do did can could will would should shall may might must has have had be work works possible
    so really very quite totally completely well then all at it's that's isn't doesn't don't can't won't i'm think guess suppose believe say and`,
  told: ["it(?:'s)?", 'this', 'that', 'these', 'they', 'there', 'we', 'our', 'i'],
  asks: [
    "(?:what|which)(?:'s| is| are| was) your",
    "(?:it|this|that)(?:'s| is)",
    'they are',
    'did you know',
    "(?:is|are|do|does)n't",
    'is (?:it|that|this) not',
  ],
};
