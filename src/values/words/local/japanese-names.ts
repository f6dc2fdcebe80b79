import { lines } from '../lines.ts'

/** Names with their readings: addresses are written in Latin letters. */
export const japaneseNames = {
  female: lines(
    '陽菜=hina | 結衣=yui | さくら=sakura | 葵=aoi | 美咲=misaki | 凛=rin | 結菜=yuna | 莉子=riko | 七海=nanami | 彩花=ayaka | 愛=ai | 優奈=yuna | 真央=mao | 花子=hanako | 由美=yumi | 恵子=keiko | 直美=naomi | 明美=akemi | 裕子=yuko | 智子=tomoko | 久美子=kumiko | 陽子=yoko | 真由美=mayumi | 香織=kaori | 麻衣=mai | 千尋=chihiro | 楓=kaede | 琴音=kotone | 心春=koharu | 杏=an | 紬=tsumugi | 芽衣=mei | 美月=mizuki | 遥=haruka | 舞=mai | 詩織=shiori | 菜々子=nanako | 里奈=rina | 亜美=ami | 小春=koharu',
  ),
  male: lines(
    '蓮=ren | 湊=minato | 陽翔=haruto | 樹=itsuki | 大翔=hiroto | 悠真=yuma | 颯太=sota | 陸=riku | 健太=kenta | 翔太=shota | 拓海=takumi | 直樹=naoki | 誠=makoto | 隆=takashi | 浩=hiroshi | 健一=kenichi | 大輔=daisuke | 達也=tatsuya | 翼=tsubasa | 涼=ryo | 亮=ryo | 和也=kazuya | 裕太=yuta | 智也=tomoya | 雄大=yudai | 海斗=kaito | 蒼=ao | 律=ritsu | 朝陽=asahi | 暖=dan | 太郎=taro | 一郎=ichiro | 聡=satoshi | 修=osamu | 学=manabu | 正樹=masaki | 光=hikaru | 駿=shun | 悠斗=yuto | 航=wataru',
  ),
  last: lines(
    '佐藤=sato | 鈴木=suzuki | 高橋=takahashi | 田中=tanaka | 伊藤=ito | 渡辺=watanabe | 山本=yamamoto | 中村=nakamura | 小林=kobayashi | 加藤=kato | 吉田=yoshida | 山田=yamada | 佐々木=sasaki | 山口=yamaguchi | 松本=matsumoto | 井上=inoue | 木村=kimura | 林=hayashi | 斎藤=saito | 清水=shimizu | 山崎=yamazaki | 森=mori | 池田=ikeda | 橋本=hashimoto | 阿部=abe | 石川=ishikawa | 山下=yamashita | 中島=nakajima | 石井=ishii | 小川=ogawa | 前田=maeda | 岡田=okada | 長谷川=hasegawa | 藤田=fujita | 後藤=goto | 近藤=kondo | 村上=murakami | 遠藤=endo | 青木=aoki | 坂本=sakamoto | 福田=fukuda | 太田=ota | 西村=nishimura | 藤井=fujii | 金子=kaneko | 岡本=okamoto | 藤原=fujiwara | 三浦=miura | 中野=nakano | 松田=matsuda | 原田=harada | 中川=nakagawa | 小野=ono | 竹内=takeuchi | 田村=tamura | 和田=wada | 石田=ishida | 上田=ueda | 森田=morita | 原=hara',
  ),
}
