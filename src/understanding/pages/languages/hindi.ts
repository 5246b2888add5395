import { type PageLanguage, phrases, words } from './language.ts';

export const hindi: PageLanguage = {
  empty: words(
    'का की के को में से पर ने है हैं था थी थे हो होता होती और या तो भी ही यह वह ये वे मैं मुझे मेरा मेरी हम आप आपका आपकी आपके क्या कौन कब कहाँ कहां कैसे क्यों कितना कितनी कितने एक कुछ कर करते करना करें सकता सकती सकते हूँ हूं कृपया नमस्ते धन्यवाद लिए kya hai ka ki ke ko me se',
  ),
  asks: phrases('क्या, कौन, कब, कहाँ, कहां, कैसे, क्यों, कितना, कितनी, कितने, किस, बताइए, kya, kab, kaise, kitna, kitne'),
  asksWhether: words('क्या kya'),
  wishes: phrases('मुझे चाहिए, दिखाओ, दिखाइए, ढूंढ, चाहिए, dikhao, chahiye'),
  has: phrases(
    'kya aapke paas, kya apke paas, aapke paas, apke paas, kya aap ke paas, aap ke paas, क्या आपके पास, आपके पास, क्या आप के पास',
  ),
  sold: [],
  tells: phrases('mere paas nahi, मेरे पास नहीं'),
  elsewhere: phrases('ये कितने का है, यह कितने का है, yeh kitne ka hai, ye kitne ka hai, इसे हटाओ, ise hatao'),
  own: phrases('मेरा ऑर्डर, मेरे ऑर्डर, मेरा पार्सल, मेरा पैसा, mera order, meri delivery'),
  same: [
    phrases('डिलीवरी, डिलिवरी, शिपिंग, delivery, shipping, भेजते'),
    phrases('कीमत, शुल्क, दाम, खर्च, लागत, पैसे'),
    phrases('समय, दिन, कितने दिन, कब तक'),
    phrases('वापस, वापसी, लौटा, लौटाना, रिटर्न, return'),
    phrases('रिफंड, धनवापसी, refund'),
    phrases('भुगतान, पेमेंट, payment, pay'),
    phrases('साइज़, साइज, size, नाप'),
  ],
  endings: [],
};
