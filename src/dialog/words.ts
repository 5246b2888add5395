/**
 * What the engine itself says, in the engine's own language. Merchants re-word and translate it like any other text, in
 * messages/<locale>.yaml; `{{ … }}` marks what is filled in.
 */
export const engineWords = {
  notUnderstood: 'Sorry, I did not get that.',
  cannotRead: 'I can read text and buttons here, but not this. Could you write it in words?',
  cannotListen: 'I cannot listen to recordings here. Could you write it in words?',
  cannotSee: 'I cannot see pictures here. Could you tell me in words what it shows?',
  cannotOpen: 'I cannot open files here. Could you write it in words?',
  didNotCome: 'That file did not come through. Could you send it again, or write it in words?',
  tooLarge: 'That file is too large for me. Could you send a smaller one, or write it in words?',
  paid: 'Thank you, your payment of {{ total | money }} has arrived.',
  oldMenu: 'That menu is from before. Here is the current one.',
  oldButton: 'That button is from before and no longer leads anywhere. What would you like to do?',
  cancelled: 'All right, I have stopped that.',
  alsoWritten: 'You also wrote “{{ wish | truncate: 60 }}”.',
  nothingToCancel: 'There is nothing to stop. What would you like to do?',
  restarted: 'Let us start again.',
  help: 'Write what you are looking for, or "cancel", "start over" or "talk to a person" at any time.',
  whichOne: 'What do you mean?',
  searchShop: 'Search the shop',
  corrected: 'Changed to {{ value }}.',
  gaveUp: 'I am sorry, I cannot make it out. A person can help you.',
  talkToPerson: 'Talk to a person',
  handedOver: 'A person will answer you here.',
  passedOn: 'I have passed that on. Write “back” to go on with the shop.',
  givenBack: 'You are back with the shop’s assistant.',
  brokenLoop: 'Sorry, something is wrong on our side. Let us start again.',
  actionFailed: 'Sorry, that did not work just now. Please try again in a moment.',
  flowChanged: 'This question has just changed, so I ask it again.',
  flowGone: 'Sorry, this has just been changed. Let us start it again.',
  look: 'View',
} as const;

export type WordKey = keyof typeof engineWords;
