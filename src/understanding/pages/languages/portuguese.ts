import { type PageLanguage, phrases, words } from './language.ts';

export const portuguese: PageLanguage = {
  empty: words(`
    o a os as um uma uns umas e ou mas se nao de do da dos das ao em no na nos nas por para pra com sem sobre como que seu sua seus suas meu minha
    me te eu voces voce eles e sao ser esta estao estou ha foi muito mais menos algo qual quais quem quando onde quanto quanta quantos quantas
    favor ola oi obrigado obrigada posso pode podem poderia quero queria tenho tem fazer faz fazem isso isto este esse outro outra tudo todos ja loja comprar`),
  asks: phrases(
    'como, que, o que, qual, quais, quando, onde, aonde, para onde, quanto, quanta, quantos, quantas, quem, por que, porque, diga, quero saber, gostaria de saber, uma duvida, uma pergunta',
  ),
  asksWhether: words('posso pode podem poderia ha e sao esta estao fazem aceitam entregam enviam tem voces da'),
  wishes: phrases(
    'procuro, estou procurando, quero comprar, quero, preciso, mostre, me mostra, voces tem, vendem, queria, gostaria de, adicione',
  ),
  has: phrases('tem, voces tem, voce tem, vcs tem, vc tem, vendem, voces vendem, voce vende, vende, ces tem'),
  sold: [],
  tells: phrases('nao tenho, fui cobrado, fui cobrada, me cobraram'),
  elsewhere: phrases(
    'de que cor e, que cor e, qual e a cor, que tamanho e, quanto custa, quanto e, remove isso, tira isso, apaga isso, voltar, volta',
  ),
  own: phrases(
    'meu pedido, meus pedidos, meu pacote, minha entrega, minha compra, meu carrinho, minha conta, minha fatura, meu reembolso, meu endereco',
  ),
  same: [
    phrases('entrega, entregas, entregar, entregam, envio, enviar, enviam, frete, remessa, mandam'),
    phrases('custa, custam, custo, custos, preco, precos, taxa, valor, quanto e, quanto custa'),
    phrases('demora, demoram, prazo, prazos, tempo, dias, chega, quanto tempo, leva'),
    phrases('devolver, devolucao, devolucoes, devolvo'),
    phrases('reembolso, reembolsos, dinheiro de volta, estorno'),
    phrases('trocar, troca, trocas, outro tamanho'),
    phrases('pagar, pagamento, pagamentos, pago'),
    phrases('cartao, cartoes, credito, debito, visa, mastercard'),
    phrases('dinheiro, na entrega, contra entrega'),
    phrases('horario, horarios, abrem, fecham, aberto'),
    phrases('contato, contacto, telefone, ligar, email'),
    phrases('dados, dados pessoais, privacidade'),
    phrases('cartao presente, vale presente, cartao de presente, vale presentes'),
    phrases('embrulho, embrulhar, embrulham, para presente'),
    phrases('tamanho, tamanhos, medidas'),
    phrases('lavar, lavo, lavagem, maquina'),
    phrases('quebrado, danificado, defeito, estragado'),
    phrases('exterior, internacional, outros paises'),
    phrases('gratis, gratuito, gratuita'),
  ],
  endings: words('acoes acao mente indo ando adas ados amos emos ada ado ida ido as es os ar er ir am em a o e s'),
};
