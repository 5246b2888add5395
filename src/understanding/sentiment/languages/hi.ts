import type { ListedWords } from '../listed-words.ts';

/** Hindi in its own script, and as it is often typed in Latin letters. */
export const hi: ListedWords = {
  values: {
    3: 'शानदार बेहतरीन बढ़िया बढिया जबरदस्त ज़बरदस्त कमाल उत्कृष्ट अद्भुत प्यार लाजवाब मस्त सर्वश्रेष्ठ परफेक्ट shandar badhiya zabardast kamaal lajawab mast pyar',
    2: 'अच्छा अच्छी अच्छे धन्यवाद शुक्रिया खुश खुशी सुंदर सुन्दर पसंद संतुष्ट बधाई बधाइयां शुभकामनाएं शुभ मुबारक आभार जय जीत जीता सफल सफलता सम्मान गर्व नमन सही आसान मज़ा मजा तेज आनंद हंसी उम्मीद महान वाह acha accha achha achi acchi dhanyavad dhanyawad shukriya khush pasand sahi maza wah sundar',
    1: 'ठीक उपयोगी सस्ता नया सुरक्षित समय विकास theek thik sasta',
    '-1': 'महंगा महंगी देर देरी धीमा मुश्किल इंतजार इंतज़ार कम अकेला चिंता mehnga mahanga der deri intezar',
    '-2': 'बुरा बुरी बुरे गलत ग़लत खराब ख़राब समस्या शिकायत परेशान परेशानी दुख दुखी दुखद निराश निराशा टूटा टूटी टूट नाराज गुस्सा ग़ुस्सा दर्द रोना डर डरा हार हारा झूठ झूठा कमी हत्या मौत मर मारा अपराध आतंक आतंकी विरोध नुकसान बीमार वापस bura buri galat kharab pareshan dukhi naraz gussa dard jhooth jhuth samasya shikayat',
    '-3': 'बेकार घटिया बकवास भयानक नफरत नफ़रत शर्म शर्मनाक बेवकूफ मूर्ख गंदा गंदी कचरा निकम्मा निकम्मे पागल कमीने कुत्ते हरामी साला गद्दार देशद्रोही अस्वीकार्य bekar bekaar ghatiya bakwas bakwaas nafrat sharam bewakoof bewkoof ganda kachra chutiya kamina kamine kutte harami saala madarchod bhenchod',
    '-4': 'धोखा धोखेबाज धोखाधड़ी ठग ठगी लूट लुटेरे चोर फ्रॉड स्कैम मुकदमा dhokha dhoka dhokebaaz thug thagi loot chor fraud scam',
  },
  negations: 'नहीं नही न मत ना बिना nahi nahin nai mat bina',
  degrees: { 0.35: 'बहुत बेहद अत्यंत bahut bohot bohut', 0.25: 'इतना इतनी काफी kaafi itna', '-0.25': 'थोड़ा थोड़ी thoda' },
  turns: 'लेकिन मगर पर lekin magar',
  negatesBefore: true,
};
