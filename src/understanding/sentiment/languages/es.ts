import type { ListedWords } from '../listed-words.ts';

export const es: ListedWords = {
  values: {
    3: 'excelente excelentes increible increibles fantastico fantastica fantasticos maravilloso maravillosa encanta encantan encanto encantado encantada perfecto perfecta perfectos genial geniales estupendo estupenda amo adoro adore espectacular magnifico magnifica impecable fenomenal inmejorable feliz felices',
    2: 'bueno buena buenos buenas buen bien gracias bonito bonita bonitos bonitas lindo linda hermoso hermosa precioso preciosa contento contenta contentos satisfecho satisfecha gusta gustan gusto gustado mejor mejores recomiendo recomendable recomendado rapido rapida rapidos amable amables comodo comoda agradable calidad felicidades enhorabuena bravo alegria alegre divertido divertida guapo guapa ganar gane jaja jajaja facil guay chulo chula mola acierto',
    1: 'ok vale correcto correcta util utiles interesante nuevo seguro segura puntual cumple funciona barato barata suave',
    '-1': 'caro cara caros caras lento lenta tarde tarda tardan dificil aburrido aburrida raro rara falta faltan faltaba esperando espera solo duda cansado cansada incomodo incomoda pequeno',
    '-2': 'malo mala malos malas mal error errores problema problemas queja quejas triste tristes decepcion decepcionado decepcionada decepcionante roto rota rotos rotas defectuoso defectuosa defecto equivocado equivocada equivocaron fallo falla fallos feo fea peor peores perdido perdida perder enfermo enferma dolor duele llorar lloro miedo molesto molesta molestia enfadado enfadada enojado enojada devolver injusto preocupado sucio manchado retraso retrasado abandonado falso falsa culpa muerto muerte ansiedad nervios',
    '-3': 'horrible horribles terrible terribles pesimo pesima pesimos fatal odio odia asco asqueroso asquerosa vergonzoso vergonzosa verguenza basura porqueria engano enganado enganada timo robo mentira mentiras mentirosos inaceptable indignante indignado indignada harto harta hartos desastre nefasto lamentable inutil inutiles imbecil imbeciles idiota idiotas estupido estupida tonto puto puta putos mierda joder jodido jodida cabron cabrones gilipollas pendejo carajo maldito maldita',
    '-4': 'estafa estafas estafador estafadores estafado estafada ladrones ladron fraude fraudes denuncia denunciar denunciare',
  },
  negations: 'no nunca jamas ni nada nadie sin tampoco ningun ninguna ninguno apenas',
  degrees: {
    0.35: 'muy super demasiado totalmente completamente absolutamente',
    0.25: 'tan bastante mas tanto re',
    '-0.25': 'poco algo',
  },
  turns: 'pero aunque sin-embargo',
};
