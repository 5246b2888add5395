/**
 * What people ask shops for, a subject a line: written for this file. A shop whose flows come near a subject is about it, and
 * the line is left out; every other line belongs to no flow of that shop.
 */
const subjects = `
i want to work for you / are you hiring / any job openings / how do i apply for a job / send you my cv / is there an internship / vacancy in your company
i want to sell your products / become a reseller / open a franchise / i want your dealership / wholesale price for bulk orders / bulk order for my company / business enquiry / corporate orders
where do i complain / i want to make a complaint / worst service ever / very bad experience / nobody answers me / you are cheating customers / this is fraud / i will go to consumer court
great service / i love your products / i am very happy with it / excellent quality / keep it up / best shop ever / how do i write a review / where can i leave feedback
is my data safe / delete my account / delete my data / what do you do with my data / stop sending me messages / unsubscribe me / do not call me again / remove my number
i forgot my password / i can not log in / reset my password / the otp does not come / my account is locked / change my email address / change my phone number / how do i make an account
your website does not work / the app crashes / the page does not load / i get an error at checkout / the link is broken / can not add to cart / app is not opening
send me the invoice / i need a tax invoice / bill for my order / invoice with company name / i did not get the bill / copy of my receipt / gst number on bill
my payment failed / money was deducted but no order / charged twice / payment is pending / my card is declined / amount debited from my account / transaction failed
which payment methods do you take / can i pay on delivery / do you take credit cards / can i pay in instalments / is there a monthly plan / can i pay by bank transfer / zero cost emi / pay later
where is my order / track my parcel / when will my order arrive / status of my order / has my order shipped / give me the tracking number / what is my order status
my parcel is late / order not delivered yet / still waiting for my delivery / it should have come yesterday / why is it so late / delivery is delayed / it says delivered but i got nothing
do you deliver to my city / do you ship abroad / is delivery available in my area / can you deliver to my pin code / which countries do you ship to / international delivery
what does delivery cost / is shipping free / delivery charges / how long does delivery take / same day delivery / can i get it tomorrow / express shipping / how many days for delivery
change the delivery address / i gave the wrong address / deliver to another place / can i change the delivery date / deliver after six / i am not at home / reschedule my delivery
cancel my order / i do not want it any more / i ordered by mistake / stop my order / i want to cancel one item / how do i cancel / cancel and refund
i want to return this / how do i send it back / can i exchange it / return policy / exchange for another size / when will it be picked up / how many days do i have to return
where is my refund / when do i get my money back / refund not received / how long does a refund take / the refund is too little / refund status / money not credited
wrong item received / i got a damaged product / it is broken / one item is missing / the seal was open / it is used / the box was empty / it stopped working / defective piece
is there a warranty / how do i claim warranty / how many years of guarantee / can it be repaired / spare parts / service centre near me / it needs repair
any discount / are there offers / i have a coupon / the code does not work / give me a better price / any sale soon / student discount / cashback on my order / festival offer
gift cards / can i buy a voucher / balance of my gift card / use my points / loyalty programme / refer a friend / how do i earn points / reward points expired
can you wrap it as a gift / add a message card / send it as a gift / gift for my wife / gift ideas / something for a birthday
what does it cost / price of this / how much is it / tell me the price / why is it so expensive / is the price negotiable / price list please / cost of the big one
is it in stock / when is it back / notify me when it is available / sold out / do you still have this / out of stock / will you get more / not available
which size do i take / size chart / is it true to size / what are the measurements / it is too small / do you have it in xl / how big is it / custom size
which colours are there / do you have it in black / is it the same colour as in the picture / show me photos / send pictures / more pictures please / do you have a video
what is it made of / what are the ingredients / is it leather / is it vegan / is it natural / does it contain sugar / what material / is it gluten free / chemical free
is it safe / are there side effects / can pregnant women use it / is it good for children / am i allergic to it / can a diabetic take it / safe for my skin / is it bad for the kidney
how do i use it / how often do i take it / before or after meals / how do i assemble it / how do i wash it / instructions please / how to clean it / how to store it / dosage
is it original / is it genuine / how do i know it is not fake / is it certified / who makes it / where is it made / authentic product / is it a good brand
when does it expire / what is the shelf life / manufacturing date / it is near expiry / how long does it last / the date is over / expired product
which one is better / what is the difference between these / compare them / what do you recommend / which is best for me / help me choose / suggest something good / best seller
how does it work / does it really work / how soon do i see results / is it good / what are the benefits / any reviews / will it help me / is it worth it / what are the features
what do you sell / show me your products / do you have shoes / do you have phones / do you have furniture / new arrivals / what kinds do you have / your catalogue / do you sell pillows
where is your shop / store near me / do you have a store in my city / opening hours / can i visit / can i try it first / showroom address / can i pick it up / are you open on sunday
i want to talk to a person / call me / customer care number / give me your phone number / your email address / connect me to an agent / please call back / nobody picks up
i want to buy this / place an order / how do i order / order for me / take my order / buy now / i want two of these / can i order by phone
add it to my order / change my order / i want one more / change the size of my order / can i add a product / edit my order / remove an item from it
order again / repeat my last order / my past orders / subscribe and save / monthly delivery / pause my subscription / stop my subscription / renew my plan
who are you / are you a robot / what can you do / who owns this company / tell me about your company / how old is the company / who is your ceo / are you real
i need advice / i want to lose weight / what should i eat / i want to gain muscle / my back hurts / my hair falls out / i can not sleep / my skin is dry / diet plan / talk to an expert
do you install it / can you take away the old one / carry it upstairs / who will assemble it / installation charges / demo at home / technician visit
customs duty / import tax / do i pay vat / taxes included / duty free / tax on my order
are you affected by the lockdown / do you deliver in the pandemic / is it sanitised / contactless delivery / holiday hours / do you work on holidays / strike
do you sponsor / i am a blogger / collaboration / partnership / affiliate programme / i am an influencer / advertise with you / marketing proposal
it is the wrong product description / your advertisement is false / the price changed / the price is different at checkout / you promised something else / price match / cheaper elsewhere
`;

/** Subjects, each with its sentences. */
export const shopSubjects: readonly (readonly string[])[] = subjects
  .trim()
  .split('\n')
  .map((line) => line.split('/').map((sentence) => sentence.trim()));
