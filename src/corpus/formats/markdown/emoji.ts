/** Names of emoji that documentation uses, as GitHub, GitLab and Slack write them between colons, with what they show. */
const names = `
  100 💯|+1 👍|-1 👎|alarm_clock ⏰|alembic ⚗️|ambulance 🚑|apple 🍎|arrow_backward ◀️|arrow_double_down ⏬|arrow_down ⬇️|arrow_forward ▶️
  arrow_left ⬅️|arrow_right ➡️|arrow_up ⬆️|arrow_upper_right ↗️|arrows_counterclockwise 🔄|art 🎨|backhand_index_pointing_right 👉|balloon 🎈
  ballot_box_with_check ☑️|bangbang ‼️|bank 🏦|bar_chart 📊|beer 🍺|beers 🍻|bell 🔔|black_circle ⚫|blue_book 📘|blue_heart 💙|blush 😊|bomb 💣
  book 📖|bookmark 🔖|bookmark_tabs 📑|books 📚|boom 💥|bowtie 🤵|brain 🧠|bread 🍞|briefcase 💼|broom 🧹|bug 🐛|building_construction 🏗️|bulb 💡
  busts_in_silhouette 👥|cactus 🌵|cake 🍰|calendar 📆|camera 📷|card_file_box 🗃️|chart_with_downwards_trend 📉|chart_with_upwards_trend 📈
  checkered_flag 🏁|children_crossing 🚸|clap 👏|clapper 🎬|clipboard 📋|clock1 🕐|closed_book 📕|closed_lock_with_key 🔐|cloud ☁️|coffee ☕
  coffin ⚰️|collision 💥|computer 💻|confetti_ball 🎊|confused 😕|construction 🚧|construction_worker 👷|control_knobs 🎛️|copyright ©️|cool 🆒
  credit_card 💳|crown 👑|cry 😢|crystal_ball 🔮|dart 🎯|date 📅|desktop_computer 🖥️|diamonds ♦️|disappointed 😞|dizzy 💫|dollar 💵|door 🚪|dragon 🐉
  droplet 💧|earth_africa 🌍|earth_americas 🌎|earth_asia 🌏|electric_plug 🔌|email 📧|envelope ✉️|exclamation ❗|eyeglasses 👓|eyes 👀|facepalm 🤦
  family 👪|fast_forward ⏩|file_cabinet 🗄️|file_folder 📁|fire 🔥|fire_engine 🚒|fist ✊|flashlight 🔦|floppy_disk 💾|fork_and_knife 🍴|four 4️⃣
  free 🆓|game_die 🎲|gear ⚙️|gem 💎|ghost 👻|gift 🎁|globe_with_meridians 🌐|goal_net 🥅|green_book 📗|green_circle 🟢|green_heart 💚|grey_exclamation ❕
  grey_question ❔|grin 😁|grinning 😀|guardsman 💂|hammer 🔨|hammer_and_wrench 🛠️|handshake 🤝|hankey 💩|headphones 🎧|heart ❤️|heart_eyes 😍
  heavy_check_mark ✔️|heavy_exclamation_mark ❗|heavy_minus_sign ➖|heavy_multiplication_x ✖️|heavy_plus_sign ➕|hourglass ⌛|hourglass_flowing_sand ⏳
  house 🏠|hugs 🤗|inbox_tray 📥|incoming_envelope 📨|information_source ℹ️|joy 😂|key 🔑|keyboard ⌨️|label 🏷️|large_blue_circle 🔵|laughing 😆|link 🔗
  lipstick 💄|lock 🔒|loud_sound 🔊|loudspeaker 📢|mag 🔍|mag_right 🔎|mailbox 📫|map 🗺️|mega 📣|memo 📝|microscope 🔬|money_with_wings 💸|moneybag 💰
  monocle_face 🧐|mortar_board 🎓|muscle 💪|mute 🔇|new 🆕|newspaper 📰|no_bell 🔕|no_entry ⛔|no_entry_sign 🚫|no_good 🙅|notebook 📓|nut_and_bolt 🔩
  o ⭕|octocat 🐙|ok ✅|ok_hand 👌|one 1️⃣|open_book 📖|open_file_folder 📂|orange_book 📙|outbox_tray 📤|package 📦|page_facing_up 📄|page_with_curl 📃
  paperclip 📎|partying_face 🥳|passport_control 🛂|pencil 📝|pencil2 ✏️|penguin 🐧|phone ☎️|pill 💊|point_down 👇|point_left 👈|point_right 👉|point_up ☝️
  police_car 🚓|poop 💩|pray 🙏|printer 🖨️|purple_heart 💜|pushpin 📌|question ❓|rabbit 🐰|racehorse 🐎|radio_button 🔘|rainbow 🌈|raised_hand ✋
  raised_hands 🙌|recycle ♻️|red_circle 🔴|registered ®️|relaxed ☺️|repeat 🔁|robot 🤖|rocket 🚀|rotating_light 🚨|round_pushpin 📍|running 🏃
  satellite 📡|scissors ✂️|scream 😱|scroll 📜|seedling 🌱|see_no_evil 🙈|shield 🛡️|ship 🚢|shrug 🤷|skull 💀|sleeping 😴|smile 😄|smiley 😃|smirk 😏
  snail 🐌|snake 🐍|snowflake ❄️|sob 😭|soon 🔜|sos 🆘|sparkle ❇️|sparkles ✨|sparkling_heart 💖|speech_balloon 💬|spider_web 🕸️|star ⭐|star2 🌟
  stop_sign 🛑|stopwatch ⏱️|sunglasses 😎|sunny ☀️|sweat_smile 😅|tada 🎉|tags 🏷️|tea 🍵|telephone ☎️|telescope 🔭|test_tube 🧪|thinking 🤔|thought_balloon 💭
  three 3️⃣|thumbsdown 👎|thumbsup 👍|ticket 🎫|timer_clock ⏲️|toolbox 🧰|traffic_light 🚥|triangular_flag_on_post 🚩|triangular_ruler 📐|trophy 🏆|truck 🚚
  tm ™️|turtle 🐢|twisted_rightwards_arrows 🔀|two 2️⃣|umbrella ☔|unicorn 🦄|unlock 🔓|up 🆙|v ✌️|vertical_traffic_light 🚦|video_camera 📹|warning ⚠️
  wastebasket 🗑️|watch ⌚|wave 👋|wheel_of_dharma ☸️|wheelchair ♿|whale 🐳|white_check_mark ✅|white_circle ⚪|white_large_square ⬜|wink 😉|wrench 🔧
  writing_hand ✍️|x ❌|yellow_circle 🟡|yellow_heart 💛|yum 😋|zap ⚡|zero 0️⃣|zzz 💤
`;

const emoji: ReadonlyMap<string, string> = new Map(
  names
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(" "))
    .flatMap(([name, shown]) => (name && shown !== undefined ? [[name, shown] as const] : [])),
);

const shortcode = /(?<![\w:/])(?::([a-z0-9_+-]{1,40}):)(?![\w/`])/g;

/** Prose in which the names of emoji between colons are what they show; a name that is none stays as it is written. */
export const withEmoji = (prose: string): string =>
  prose.replace(shortcode, (written, name: string) => emoji.get(name) ?? written);
