/** The most used passwords of ten and more characters; shorter ones are refused by their length. */
export const commonPasswords = new Set(
  `1234567890 0123456789 9876543210 0987654321 1111111111 0000000000 1234512345 123456789a 12345678910 123123123123
  1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwerty1234 qazwsxedcrfv
  asdfghjkl1 asdfghjkl123 zxcvbnm123 password12 password123 password1234 password12345 password123! passw0rd123
  p@ssw0rd123 p@ssword123 mypassword passwordpassword administrator admin12345 admin123456 adminadmin welcome123
  welcome1234 letmein123 letmein1234 iloveyou123 iloveyou12 iloveyou1234 sunshine123 princess123 football123
  baseball123 basketball superman123 spiderman123 michael123 jennifer123 changeme123 changemenow abcdefghij abcd123456
  abc1234567 abcdef1234 aaaaaaaaaa aa12345678 a123456789 a1234567890 1a2b3c4d5e q1w2e3r4t5 q1w2e3r4t5y6 motdepasse
  motdepasse123 passwort123 passwort1234 hallo12345 schatz1234 contrasena123 trustno1234 starwars123 pokemon123
  minecraft1 liverpool1 liverpool123 manchester1 chelsea123 arsenal123 monkey12345 dragon12345 master12345 shadow12345
  secret12345 summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2026 autumn2026 test123456
  testtest123 test1234567 user123456 guest12345 default123 computer123 internet123 samsung123 blink182blink
  1122334455 1212121212 1231231234 1029384756 2222222222 3333333333 5555555555 6666666666 7777777777 8888888888
  9999999999 1357924680 2468101214 147258369a 147258369000 asdf123456 asdfasdfasdf qweqweqwe123 qweasdzxc123
  zaq12wsxcde3 zaq1zaq1zaq1 ichliebedich ihateyou123 loveyou123 whatever123 nothing123 correcthorse
  correcthorsebatterystaple gantry1234 gantry12345 gantrygantry`
    .split(/\s+/)
    .filter(Boolean),
)
