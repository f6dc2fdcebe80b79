import { lines } from './lines.ts'

/** Browsers as they introduced themselves; fixed versions, so that nothing here ages. */
export const userAgents = lines(`
Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36
Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36
Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36 Edg/127.0.0.0
Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0
Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15
Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36
Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:129.0) Gecko/20100101 Firefox/129.0
Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36
Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0
Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1
Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1
Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36
Mozilla/5.0 (Linux; Android 13; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36
`)

export const sections = lines('blog | news | guides | products | docs | events | team | stories | articles | help')

export const icons = lines(`
home | user | users | settings | search | bell | calendar | camera | cart | check | chevron-right | clock | cloud | code | credit-card | database | download | edit | eye | file | filter | flag | folder | gift | globe | heart | image | inbox | key | layers | layout | link | list | lock | mail
map | map-pin | message-circle | mic | moon | music | package | paperclip | phone | pie-chart | play | plus | printer | refresh | rocket | save | send | server | share | shield | shopping-bag | sliders | smile | star | sun | tag | target | tool | trash | trending-up | truck | upload | video | wifi | zap
`)

export const emojis = lines(
  '😀 | 😄 | 😊 | 😍 | 🤔 | 😎 | 🙌 | 👍 | 👏 | 🙏 | 💪 | 🎉 | ✨ | 🔥 | ❤️ | 💡 | 🚀 | ⭐ | ✅ | 📌 | 📅 | 📎 | 📷 | 🎵 | ☕ | 🍕 | 🌱 | 🌍 | ⚡ | 🏔️ | 🚲 | 🐶 | 🐱 | 🏠 | 🛒 | 💬 | 👀 | 😅 | 😂 | 🥳',
)

export const cronMinutes = lines('0 | 0 | 0 | 15 | 30 | 45 | */5 | */10 | */15 | */30')
