/**
 * Common passwords of twelve characters or more, in lower case. Published lists of leaked passwords
 * hold few that long; these are the ones they share, with their French counterparts, gathered by
 * hand. What is only a pattern (repetition, keyboard run) is recognised by `isCommonPassword`.
 */
const listed = new Set(
  `password1234 password12345 password123456 passwordpassword password2024 password2025 password2026
  motdepasse12 motdepasse123 motdepasse1234 motdepasse2025 motdepasse2026 monmotdepasse motdepassemotdepasse
  bonjourbonjour bonjour12345 bonjour123456 bienvenue123 bienvenue1234 bienvenue2025 bienvenue2026
  administrateur administrator admin1234567 admin12345678 adminadminadmin changeme1234 changezmoi123
  azertyuiop12 azertyuiop123 azertyuiopqsd azertyuiopqsdfghjklm qwertyuiop12 qwertyuiop123 qwerty123456
  qwerty1234567 azerty123456 azerty1234567 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv
  qazwsxedcrfv zaq12wsxcde3 q1w2e3r4t5y6 a1z2e3r4t5y6 a1b2c3d4e5f6 abc123456789 abcd12345678 abcdefg12345
  iloveyou1234 iloveyouforever jetaimejetaime jetaime12345 jetaimepourtoujours jetaimefort123 monamour1234
  moncoeur1234 doudoudoudou chouchou1234 loulou123456 nounours1234 marseille1313 marseille13013 parissaintgermain
  olympiquemarseille olympiquelyonnais allezlesbleus footballfootball football1234 juventus1897 realmadrid123
  barcelona123 liverpool123 manchesterunited chelsea12345 superman1234 batmanbatman starwars1234 starwars2015
  pokemon12345 pokemon123456 dragonball123 minecraft1234 narutonaruto princesse123 princess1234 sunshine1234
  whatever1234 welcome12345 welcome123456 letmein12345 trustno1trustno1 monkeymonkey dragondragon shadowshadow
  mastermaster internet1234 computer1234 ordinateur123 vacances1234 vacances2025 vacances2026 soleilsoleil
  soleil123456 chocolat1234 chocolatchocolat nicolas12345 camille12345 caroline1234 alexandre123 stephanie123
  christophe12 jeanpierre12 family123456 famille12345 famille123456 mesenfants123 mesenfants1234 periscolaire
  periscolaire1 centredeloisirs portailfamille portailfamille1 espacefamille espacefamille1 espacefamille123
  mairiemairie cantine12345 cantinescolaire correcthorsebatterystaple thisisapassword ilovemypassword
  unmotdepasse1 nouveaumotdepasse motdepassefacile motdepassesecret supermotdepasse`
    .split(/\s+/)
    .filter((word) => word.length > 0),
);

const runs = [
  '01234567890123456789',
  '09876543210987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
];
const fewestDifferentCharacters = 5;
const wholeRepeats = /^(.{1,10})\1+$/;

/** True for a password that everybody tries first: a listed one, a repetition or a keyboard run. */
export function isCommonPassword(password: string): boolean {
  const word = password.normalize('NFKC').toLowerCase();
  return (
    listed.has(word) ||
    listed.has(word.replace(/[!?.*]+$/, '')) ||
    new Set(word).size < fewestDifferentCharacters ||
    wholeRepeats.test(word) ||
    runs.some((run) => run.includes(word))
  );
}
