import type { ListedWords } from '../listed-words.ts';

export const pt: ListedWords = {
  values: {
    3: 'excelente excelentes incrivel incriveis fantastico fantastica maravilhoso maravilhosa perfeito perfeita perfeitos amei amo adoro adorei adorando otimo otima otimos otimas espetacular sensacional impecavel feliz felizes top show melhor melhores lindo linda lindos lindas',
    2: 'bom boa bons boas bem obrigado obrigada bonito bonita gostei gosto gosta gostando gostoso gostosa recomendo recomendado satisfeito satisfeita contente rapido rapida rapidos amavel atencioso confortavel legal bacana parabens alegria alegre fofo fofa qualidade vitoria ganhar ganhei facil kkk kkkk haha hahaha rs saudade sucesso divertido divertida massa demais amor',
    1: 'ok certo certa util uteis interessante novo nova seguro segura pontual funciona barato barata',
    '-1': 'caro cara caros lento lenta demora demorou demorado atraso atrasado atrasada falta faltou faltando esperando espera dificil chato chata estranho cansado cansada sozinho',
    '-2': 'ruim ruins mau maus ma mal erro erros errado errada problema problemas reclamacao reclamar triste tristes decepcao decepcionado decepcionada decepcionante quebrado quebrada quebrou defeito defeituoso defeituosa estragado feio feia pior piores perdi perdido perdida doente dor doi chorar chorando medo preguica raiva bravo brava irritado irritada devolver injusto falso falsa culpa morte morrer sujo saco droga',
    '-3': 'horrivel horriveis terrivel pessimo pessima pessimos odeio odiei odio nojo nojento vergonha vergonhoso vergonhosa lixo porcaria enganado enganada enganacao mentira mentiras mentirosos inaceitavel absurdo indignado indignada revoltado revoltada desastre lamentavel inutil idiota idiotas burro burra imbecil merda porra caralho puta puto foda-se cu desgraca desgracado maldito palhacada ridiculo ridicula',
    '-4': 'golpe golpista golpistas ladrao ladroes roubo roubado roubaram fraude fraudes processar processo procon',
  },
  negations: 'nao nunca jamais nem nada ninguem sem tampouco nenhum nenhuma n',
  degrees: {
    0.35: 'muito muita super totalmente completamente absolutamente extremamente',
    0.25: 'tao bastante mais tanto bem',
    '-0.25': 'pouco meio',
  },
  turns: 'mas porem embora contudo',
};
