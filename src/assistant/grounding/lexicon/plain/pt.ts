import type { PlainWords } from './plain.ts';

export const portuguesePlain: PlainWords = {
  talk: `ler leia dar dou oferecer lhe antes acha acham achas pensa recomenda possa cancelar mudar explicar cabe leva depende sobre
    o a os as um uma uns umas este esta estes estas esse essa esses essas isto isso aquele aquela aquilo aqui ali lá ao aos à às do da dos das no na nos nas num numa pelo pela deste desta desse dessa disso neste nesta nesse nessa
    eu me mim meu minha meus minhas nós nosso nossa você vocês tu te ti teu tua seu sua seus suas lhe ele ela eles elas se quem que qual quais como onde quando por para porque
    sou é são era ser sido será seria está estão estar estou estava foi tem tenho temos têm ter há posso pode podemos podem poder poderia quero quer querer queria gostaria gosta gostam gosto prefere preferir preciso precisa precisar deve dever
    e ou nem mas porém embora sim não nunca nada nenhum nenhuma também só somente apenas muito muita muitos muitas mais menos pouco pouca algo algum alguma alguns tudo todo toda todos todas outro outra outros outras mesmo mesma cada ambos ambas
    de em com sem sobre entre até desde
    bem bom boa bons boas melhor melhores bonito bonita lindo linda belo bela prático prática útil interessante adequado adequada ideal perfeito simples ótimo ótima legal
    presente ideia opção escolha alternativa
    acho achar creio penso pensar espero esperar procuro procura procurar procurando encontrei encontrado encontro encontrar vejo vê ver olha olhar mostro mostrar digo diga diz dizer sei sabe saber
    custa custam custar preço preços comprar levar escolher decidir comparar ajudo ajudar ajuda pergunta perguntar resposta entendo entendi entender fazer faço faz feito feita vai vão ir vem
    olá oi obrigado obrigada favor desculpe desculpa sinto lamento claro certo bem-vindo prazer infelizmente
    produto produtos artigo artigos item itens coisa coisas tipo modelo material cor tamanho marca nome chama loja equipe pessoa falar conectar descrição informação informações detalhes página texto palavra palavras
    mãe pai pais irmã irmão esposa esposo mulher marido namorado namorada amigo amiga tia tio avó avô chefe professora professor colega vizinho vizinha família
    tempo dia agora momento já ainda sempre talvez além então assim depois orçamento entrega frete envio padrão`,
  assent: `sim não nunca nada claro que certo com certeza exato exatamente correto verdade isso é está são sem problema pode poderia deve funciona nenhum nenhuma
    acho penso diria eu tem razão muito bem e mesmo ele ela o a`,
  told: ['e', 'sao', 'esta', 'este', 'tem', 'vem', 'ele', 'ela', 'noss\\w*'],
  asks: [
    '(?:você )?sab(?:e|ia) que',
    'não é',
    'qual (?:e|era) (?:o|a) (?:seu|sua|teu|tua)',
    'qual (?:e|era) (?:seu|sua)',
  ],
};
