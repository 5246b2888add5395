import type { PaymentWords } from './words.ts';

export const portuguese: PaymentWords = {
  order: (number) => `Pagar o pedido ${number}`,
  demo: 'Isto é uma demonstração: nenhum dinheiro é cobrado e nenhum cartão é pedido. Toque num botão para ver o que acontece no chat.',
  total: 'Total',
  pay: (amount) => `Pagar ${amount}`,
  cancel: 'Cancelar',
  until: (time) => `Seus artigos ficam reservados até ${time}.`,
  paid: { title: 'Está pago. Obrigado!', text: 'Você pode voltar ao chat: seu pedido foi feito.' },
  closed: { title: 'Nada foi pago', text: 'Este pagamento está encerrado. Você pode voltar ao chat.' },
  gone: {
    title: 'Este pagamento não existe',
    text: 'O endereço pode ter sido cortado. Abra-o de novo a partir do chat.',
  },
  done: { title: 'Obrigado!', text: 'Você pode voltar ao chat: assim que o pagamento chegar, você lê isso lá.' },
  left: { title: 'Nada foi pago', text: 'Você pode voltar ao chat e pagar mais tarde ou de outra forma.' },
  back: 'Voltar ao chat',
};
