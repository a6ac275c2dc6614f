"""How the commonest characters of Chinese names are read: some eight hundred, without tones."""

from __future__ import annotations


_READINGS = """
ai:艾爱 an:安 ao:敖 bai:白柏 ban:班 bang:邦 bao:宝保包鲍 bei:贝蓓 bi:毕碧 bin:斌彬滨宾
bing:冰兵炳秉 bo:波博伯 bu:卜步 cai:蔡才彩财 can:灿 cao:曹 cen:岑 chang:常昌畅长 chao:超朝晁
che:车 chen:陈晨辰琛 cheng:成程诚承城澄 chi:池迟驰 chong:崇冲 chu:楚褚初储 chuan:川传 chun:春纯淳
cong:聪丛从 cui:崔翠 da:达大 dai:戴代黛 dan:丹旦 dang:党当 dao:导岛道 de:德 deng:邓登 di:迪狄笛
dian:典 die:蝶 ding:丁定鼎 dong:东冬董栋 dou:窦 du:杜 duan:段端 dui:对 en:恩 er:尔 fa:发
fan:范凡帆樊 fang:方芳房 fei:飞菲费斐霏 fen:芬 feng:冯峰风枫丰凤锋 fu:傅福富付甫辅 gai:盖 gan:甘
gang:刚钢冈 gao:高 ge:葛戈歌 gen:根 geng:耿 gong:龚宫功公 gu:顾古谷 guan:关官冠观 guang:光广
gui:桂贵桧归 guo:郭国果 hai:海 han:韩涵寒汉翰晗菡 hang:杭航 hao:郝浩豪皓昊好 he:何贺河和赫荷鹤禾
heng:恒衡 hong:洪红宏虹鸿弘 hou:侯后 hu:胡虎湖狐 hua:华花桦 huai:怀 huan:欢焕桓环 huang:黄皇
hui:惠慧辉会卉晖蕙 huo:霍 ji:季吉纪姬继济冀绩际霁记计骥 jia:贾佳嘉家 jian:建健剑简俭坚鉴见键
jiang:江姜蒋将 jiao:焦娇 jie:杰洁捷节婕 jin:金进锦瑾晋津谨 jing:静敬晶京景婧菁镜璟靖 jiu:久九
ju:菊鞠巨 juan:娟隽鹃 jue:珏 jun:军俊君均钧骏郡 kai:凯开恺 kang:康 ke:柯科可珂 kong:孔 kuang:邝
kun:坤昆鲲 kuo:阔 lai:赖来 lan:兰蓝岚澜 lang:郎朗 le:乐 lei:雷蕾磊 leng:冷 li:李黎丽力立莉利礼理历
lian:连莲廉联 liang:梁亮良 liao:廖 lin:林琳霖麟 ling:凌玲灵铃岭令翎 liu:刘柳 long:龙隆 lou:楼
lu:陆卢鲁路露璐 luan:栾 lun:伦纶 luo:罗骆洛 lv:吕 ma:马妈 mai:麦迈 man:曼满 mao:毛茂 mei:梅美玫
meng:孟蒙梦萌 mi:米 miao:苗妙 min:敏民闵 ming:明鸣铭茗 mo:莫墨默 mu:穆牧木慕 na:娜那 nan:南楠
ni:倪妮 nian:年 niang:娘 ning:宁凝 niu:牛 nuo:诺 ou:欧 pan:潘盼 pang:庞 pei:裴培佩沛 peng:彭鹏朋
ping:平萍苹 pu:蒲浦普璞 qi:齐琪奇琦启祁戚绮祺麒气 qian:钱倩千谦茜 qiang:强 qiao:乔巧桥
qin:秦琴勤钦 qing:青清庆晴卿 qiong:琼 qiu:邱秋丘 qu:曲屈瞿 quan:全权泉 que:阙 ran:冉然 rao:饶
ren:任仁 rong:荣容蓉 rou:柔 ru:茹如 ruan:阮 rui:瑞锐睿蕊 run:润 ruo:若 sen:森 sha:沙莎
shan:山珊单善 shang:尚商 shao:邵少绍 she:佘 shen:沈申深 sheng:盛胜生圣 shi:石史施师诗士世适实
shou:寿 shu:舒书淑树 shuai:帅 shuang:双霜爽 shui:水 shun:顺 shuo:硕铄 si:思司丝 song:宋松嵩颂
su:苏素肃 sui:隋随 sun:孙 tai:泰太 tan:谭谈 tang:唐汤 tao:陶涛桃韬 teng:滕腾 tian:田天甜添 tie:铁
ting:婷廷庭亭霆 tong:童彤同桐 tu:涂屠 wan:万婉琬 wang:王汪旺望 wei:魏韦卫伟薇威巍维炜为玮
wen:温文闻雯稳纹 weng:翁 wu:吴武伍邬 xi:席西希曦熙溪习喜锡 xia:夏霞 xian:贤先显仙献
xiang:向翔香祥湘项乡 xiao:肖小晓潇笑萧筱霄啸骁 xie:谢 xin:辛新欣鑫心馨昕 xing:邢星兴幸行杏
xiong:熊雄 xiu:秀修琇 xu:徐许旭续绪 xuan:宣轩萱璇瑄绚 xue:薛雪学 xun:荀勋训寻逊 ya:亚雅娅
yan:严颜燕岩艳彦妍炎阎言晏焱雁 yang:杨阳洋扬羊飏 yao:姚瑶尧耀遥 ye:叶业野烨
yi:易怡毅义一艺依宜逸奕谊颐熠翊轶 yin:尹殷银音 ying:英颖莹应迎盈樱莺 yong:勇永咏雍 you:尤友游祐
yu:于余俞玉宇雨瑜钰羽郁育禹昱喻语誉娱煜豫聿尉 yuan:袁元苑媛远源圆园愿缘 yue:岳月悦越阅玥跃
yun:云韵芸贠运蕴昀耘筠 zan:赞 zang:臧 ze:泽择 zeng:曾增 zhai:翟 zhan:詹展占 zhang:张章
zhao:赵兆昭钊 zhe:哲 zhen:甄珍真振震祯贞镇 zheng:郑正政征铮 zhi:志智芝之治支稚 zhong:钟仲中忠
zhou:周洲舟 zhu:朱祝珠竹诸 zhuan:专 zhuang:庄壮 zhuo:卓 zi:子梓紫姿资 zong:宗 zou:邹 zu:祖 zuo:左
"""

PINYIN = {
    char: sound
    for sound, chars in (pair.split(":") for pair in _READINGS.split())
    for char in chars
}
"""For a character how it is read; of several readings the one in names."""
