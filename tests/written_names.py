"""Two ways to write the name of one person, by what makes them two; all people are invented."""

from __future__ import annotations


WRITTEN_IN_TWO_WAYS = {
    "wade_giles": """
Zhang Xiaoping|Chang Hsiao-p'ing; Qiu Guangzhong|Ch'iu Kuang-chung; Zhou Jianguo|Chou Chien-kuo;
Xu Zhimo|Hsu Chih-mo; Cai Yingwen|Tsai Ing-wen; Jiang Jingguo|Chiang Ching-kuo;
Xie Qingzhi|Hsieh Ching-chih; Guo Taiming|Kuo Tai-ming; Deng Lijun|Teng Li-chun;
Lü Xiulian|Lu Hsiu-lien
""",
    "cantonese": """
Wong Kar-wai|Wang Jiawei; Leung Chiu-wai|Liang Chaowei; Cheung Man-yuk|Zhang Manyu;
Lau Tak-wah|Liu Dehua; Ng Wai Keung|Wu Weiqiang
""",
    "hanzi": """
王小明|Wang Xiaoming; 张伟强|Zhang Weiqiang; 陳大文|Chan Tai Man; 陳志明|Chen Zhiming;
歐陽娜娜|Ouyang Nana; 欧阳修文|Ouyang Xiuwen; 司马光华|Sima Guanghua; 刘诗雨|Shiyu Liu;
王小明|Tony Wang; 黃曉明|Huang Xiaoming; 鄧麗君|Teng Li-chun; 蔡英文|Tsai Ing-wen;
林書豪|Lin Shu-hao
""",
    "kanji": """
田中太郎|Tanaka Taro; 山田花子|Hanako Yamada; 佐藤健一|Kenichi Sato; 鈴木一郎|Suzuki Ichiro;
高橋美咲|Misaki Takahashi; 伊藤翔太|Shota Ito; 渡辺直美|Naomi Watanabe;
小林さくら|Sakura Kobayashi; 中村裕子|Yuko Nakamura; 加藤大輔|Daisuke Kato;
山本 隆|Takashi Yamamoto; 森 由美子|Yumiko Mori; 林 真理子|Mariko Hayashi
""",
    "kana": """
タナカ タロウ|Taro Tanaka; さとう けんいち|Kenichi Sato; すずき いちろう|Ichiro Suzuki;
高橋 ゆうこ|Yuko Takahashi
""",
    "hepburn": """
Taro Satoh|Tarou Sato; Yuuko Ohno|Yuko Ono; Shinichi Itoh|Sin'ichi Ito;
Jun'ichi Kato|Junichi Katou; Tatsuya Fujita|Tatuya Huzita; Kōji Tsuchiya|Koji Tsuchiya;
Kouji Ohta|Koji Ota; Ryota Shimizu|Ryouta Simizu; Chiyoko Saitou|Tiyoko Saito; Jo Endou|Joe Endo
""",
    "korean": """
Kim Min-jun|Minjun Kim; Lee Ji-eun|Jieun Yi; Park Sung-ho|Seongho Pak; Jung Hye-rim|Hyerim Jeong;
Rhee Sang-woo|Sangwoo Lee; Kang Young-soo|Yeongsu Kang; Cho Hyun-woo|Hyeonu Jo;
Yoon Seok-jin|Sukjin Yun; Lim Eun-kyung|Eungyeong Im; 김민준|Minjun Kim; 이지은|Lee Ji-eun;
박성호|Sungho Park; 정혜림|Hyerim Jung; 남궁민|Namkoong Min; 윤석진|Yun Seokjin;
신동엽|Dong-yup Shin; 황정민|Hwang Jung-min; 서현진|Hyun-jin Seo; 송강호|Kang-ho Song;
손흥민|Heung-min Son; 한지민|Han Ji-min
""",
    "vietnamese": """
Nguyễn Văn Hùng|Hung Nguyen; Trần Thị Mai Anh|Mai Anh Tran; Phạm Minh Đức|Duc Pham;
Lê Quang Khải|Khai Quang Le; Đặng Thu Hà|Thu Ha Dang; Vũ Hoàng Long|Long Vu
""",
    "arabic": """
Mohammed Al-Rashidi|Muhammad El Rachidi; Abdulrahman Alsubaie|Abd al-Rahman Al Subai;
Khaled Abu Bakr|Khalid Aboubakr; Yousef Bin Nasser|Youssef Ben Naceur;
Noureddine Ben Ali|Nur al-Din Bin Ali; Gamal Abdel Nasser|Jamal Abdul Nasir;
Fatima Zahra Benali|Fatma Zohra Ben Ali; Hussein Qasim|Hossein Ghasemi;
Aicha Bouazizi|Aisha Bu Azizi; Tarek Shawky|Tariq Chawki; محمد الرشيدي|Mohammed Al-Rashidi;
أحمد حسن|Ahmed Hassan; فاطمة الزهراء|Fatima Al-Zahra; يوسف خليل|Yousef Khalil;
عبد الرحمن السبيعي|Abdulrahman Alsubaie; Ali Al Husseini|Aly Husseiny;
Hassan Mustapha|Hasan Moustafa; Mahmoud Darwish|Mahmud Darwich; Saeed Qaddoumi|Said Kaddumi;
Sheikh Omar Othman|Umar Uthman; Um Khalid Fayez|Fayez Khalid;
Dr Ahmad Abu-Ghazaleh|Ahmed Abughazala; Ziad Haddad|Ziyad Al Haddad;
Salah el-Din Mansour|Saladin Mansour
""",
    "persian_hebrew_urdu": """
رضا حسینی|Reza Hosseini; مریم کریمی|Maryam Karimi; Reza Hoseyni|Reza Husseini;
יוסי כהן|Yossi Cohen; דוד לוי|David Levy; שרה פרידמן|Sarah Friedman; Chaim Weizman|Haim Weitzmann;
Yitzhak Kohn|Isaac Cohen; Moshe Rabinowitz|Moses Rabinovich;
Muhammad Iqbal Chaudhry|Mohd Iqbal Choudhury; Saeed Akhtar|Syed Akhtar
""",
    "slavic_gender": """
Anna Ivanova|Anna Ivanov; Jana Nováková|Jana Novak; Katarzyna Kowalska|Katarzyna Kowalski;
Eva Horáková|Eva Horakova-Braun; Petra Kučerová|Petra Kucera; Maria Wiśniewska|Maria Wisniewski;
Rasa Kazlauskienė|Rasa Kazlauskas; Ieva Petrauskaitė|Ieva Petrauskas; Inese Bērziņa|Inese Berzins;
Elena Papadopoulou|Eleni Papadopoulos; Tatjana Tolstaja|Tatiana Tolstoy;
Zuzana Veselá|Zuzana Vesely; Monika Nowakowa|Monika Nowak; Lucie Bílá|Lucie Bily
""",
    "cyrillic": """
Сергей Щербаков|Sergei Shcherbakov; Ольга Жукова|Olga Schukowa;
Дмитрий Ковальчук|Dmytro Kovalchuk; Юлия Цветкова|Julia Zwetkowa;
Олександр Шевченко|Oleksandr Shevchenko; Екатерина Ёлкина|Ekaterina Yolkina;
Георги Димитров|Georgi Dimitrov; Марко Јовановић|Marko Jovanović; Ђорђе Петровић|Djordje Petrovic;
Михаил Хрущёв|Mikhail Khrushchev; Иван Сергеевич Тургенев|Ivan Turgenev;
Яна Чернышова|Yana Tschernyschowa; Евгений Воробьёв|Jewgeni Worobjow;
Анастасия Кузьмина|Anastasiia Kuzmina; Олег Соловьёв|Oleg Solovyov;
Сергій Гончаренко|Serhii Honcharenko; Людмила Зайцева|Ljudmila Sajzewa; Ілля Хомʼяк|Illia Khomiak
""",
    "patronymic": """
Ivan Sergeevich Turgenev|Ivan Turgenev; Turgenev Ivan Sergeevich|Ivan Turgenev;
Olga Petrovna Smirnova|Smirnova O.P.; Smirnov A. V.|Alexei Smirnov;
Айгуль Нурланова|Aigul Nurlanova; Vladimir Vladimirovich Orlov|Vova Orlov
""",
    "greek": """
Γιώργος Παπαδόπουλος|Giorgos Papadopoulos; Ελένη Νικολάου|Eleni Nikolaou;
Δημήτρης Μπακογιάννης|Dimitris Bakogiannis; Ευάγγελος Γκίκας|Vangelis Gikas;
Ιωάννης Χατζής|Ioannis Chatzis; Χρήστος Ντάλαρας|Christos Dalaras;
Αικατερίνη Ψαρρού|Katerina Psarrou; George Papadopoulos|Georgios Papadopoulos;
Yannis Hatzis|Ioannis Chatzis; Άγγελος Ξυδάκης|Aggelos Xydakis;
Athanasia Triantafyllou|Athanassia Triantafillou
""",
    "indian": """
Venkatesh Subramanian|S. Venkatesh; R. Karthik|Karthik Ramanathan;
Lakshmi Narayanan|Laxmi Narayan; Rajesh Kumar Sharma|Rajesh Sharma;
Sundararajan Pichai|Pichai Sundararajan; A. P. J. Abdul Kalam|Abdul Kalam;
Priya Chatterjee|Priya Chattopadhyay; Amit Banerjee|Amit Bandyopadhyay;
Vijay Choudhary|Vijay Chaudhari; Deepika Mukherjee|Dipika Mukherji;
Krishnamurthy Rao|Krishna Murthy Rao; Satish Agrawal|Satish Agarwal;
Gurpreet Singh Gill|Gurpreet Gill; Harpreet Kaur|Harpreet Kaur Sandhu; राजेश शर्मा|Rajesh Sharma;
प्रिया वर्मा|Priya Verma; Jyothi Menon|Jyoti Menon; Sunitha Pillai|Sunita Pillai
""",
    "icelandic": """
Jón Sigurðsson|Jon Sigurdsson; Björk Guðmundsdóttir|Bjork Gudmundsdottir;
Þórdís Björnsdóttir|Thordis Bjornsdottir; Guðrún Helga Jónsdóttir|Guðrún Jónsdóttir;
Sigríður Einarsdóttir|Sigga Einarsdottir; Guðmundur Þórsson|Gummi Thorsson;
Ólafur Ragnar Grímsson|Olafur R. Grimsson; Magnús Eiríksson|Maggi Eiriksson
""",
    "hungarian": """
Nagy László|László Nagy; Kovács Ferencné|Kovács Ferencné Tóth Mária; Szabó István|Pista Szabo;
Horváthné Kiss Éva|Éva Kiss; Dr. Tóth Zsuzsanna|Zsuzsa Toth; Varga Katalin|Kati Varga;
Kis-Szabó Péter|Peter Kis Szabo; Farkas Gyula|Julius Farkas
""",
    "called_romance": """
Giuseppe Bianchi|Beppe Bianchi; Francesco Conti|Checco Conti; Luigi Ferrara|Gigi Ferrara;
José Luis Ortega|Pepe Ortega; Francisco Ruiz|Paco Ruiz; Dolores Vega|Lola Vega;
Guadalupe Torres|Lupita Torres; João Pedro Almeida|Jota Almeida; Antônio Pereira|Toninho Pereira;
Jean-Pierre Dubois|JP Dubois; Élodie Marchand|Elo Marchand; Ignacio Ferrer|Nacho Ferrer;
Rosario Díaz|Charo Diaz; Jesús Moreno|Chuy Moreno; Roberto Herrera|Beto Herrera;
Eduardo Campos|Lalo Campos; Mercè Puig|Mercedes Puig; Jordi Ferrer|Jorge Ferrer;
Xavi Roca|Javier Roca
""",
    "called_north": """
Aleksander Lindqvist|Alex Lindqvist; Margareta Nyström|Greta Nystrom; Kristoffer Dahl|Kris Dahl;
Christoffer Dahl|Stoffe Dahl; Elisabeth Berg|Lisbeth Berg; Katarina Holm|Kajsa Holm;
Fredrik Åberg|Fredde Aberg; Johannes de Vries|Hans de Vries; Cornelis Bakker|Cees Bakker;
Hendrik Mulder|Henk Mulder; Antonius Jansen|Ton Jansen; Wilhelmus Visser|Willem Visser;
Jacobus Smit|Koos Smit; Juhani Virtanen|Jussi Virtanen; Aleksanteri Niemi|Santtu Niemi;
Johanna Korhonen|Hanna Korhonen; Henrik Sørensen|Henke Soerensen; Jørgen Kjær|Joergen Kjaer;
Søren Østergård|Soren Ostergaard; Geertruida Kok|Truus Kok; Hubertus Prinsen|Bert Prinsen;
Franciscus Smeets|Frans Smeets
""",
    "called_english": """
Elizabeth Thornton|Betsy Thornton; Margaret Hollis|Peggy Hollis; Eleanor Whitfield|Nora Whitfield;
Katherine Boyle|Kitty Boyle; Katherine Boyle|Kat Boyle; Theodore Lamb|Ted Lamb;
Henry Foster|Hank Foster; Henry Foster|Harry Foster; Sarah Goodwin|Sally Goodwin;
Mary Sutton|Molly Sutton; Mary Sutton|Polly Sutton; John Rutherford|Jack Rutherford;
Edward Crane|Ned Crane; Edward Crane|Ted Crane; Richard Stone|Dick Stone;
William Marsh|Bill Marsh; Charles Fenn|Chuck Fenn; Barbara Nash|Babs Nash;
Abigail Frost|Abby Frost; Alexander Boyd|Sandy Boyd; Alexandra Boyd|Lexi Boyd;
Christopher Pike|Topher Pike; Christopher Pike|Kit Pike; Deborah Lane|Debbie Lane;
Dorothy Gale|Dot Gale; Frederick Moss|Freddie Moss; Gabrielle Hunt|Gabby Hunt;
Isabella Ross|Bella Ross; Jacqueline Hart|Jackie Hart; Jennifer Reed|Jenny Reed;
Judith Black|Judy Black; Lawrence Webb|Laurie Webb; Leonard Fox|Lenny Fox;
Matthew Ward|Matty Ward; Nicholas Page|Klaus Page; Patricia Dunn|Trish Dunn;
Rebecca Holt|Becks Holt; Samantha Pryce|Sammy Pryce; Susan Cole|Suzie Cole;
Timothy Yates|Timmy Yates; Victoria Shaw|Tori Shaw; Zachary Byrne|Zak Byrne;
Thomas Ridley|Tommy Ridley; Roberta Flynn|Bobbie Flynn; Josephine Drake|Josie Drake;
Josephine Drake|Posy Drake; Augustus Finch|Gus Finch; Anthony Bright|Tony Bright;
Benedict Rowe|Ben Rowe; Bartholomew Gray|Bart Gray; Cornelius Vance|Neil Vance;
Ebenezer Wood|Eben Wood; Emmeline Park|Emmy Park; Genevieve Clay|Viv Clay; Gregory Peel|Greg Peel;
Lillian Moor|Lily Moor; Millicent Day|Millie Day; Nathaniel Cox|Nate Cox; Olivia Knox|Livvy Knox;
Rosamund Ivey|Roz Ivey; Tabitha Lowe|Tabby Lowe; Veronica Sims|Ronnie Sims;
Winston Adair|Winnie Adair; Jonathan Keys|Jon Keys; Jonathan Keys|Nathan Keys
""",
    "called_german": """
Heinrich Bruns|Heiner Bruns; Heinrich Bruns|Heinz Bruns; Johann Pröll|Hans Proell;
Joachim Wendt|Jochen Wendt; Josef Huaber|Sepp Huaber; Georg Stadler|Schorsch Stadler;
Franziska Lerch|Franzi Lerch; Katharina Seel|Kathi Seel; Katharina Seel|Käthe Seel;
Elisabeth Grau|Lisbeth Grau; Elisabeth Grau|Sissi Grau; Margarethe Loos|Gretl Loos;
Dorothea Pohlmann|Dörte Pohlmann; Friederike Voss|Rike Voss; Wilhelmine Tacke|Minchen Tacke;
Ludwig Asam|Lucki Asam; Matthias Rehm|Hias Rehm; Sebastian Lutz|Wastl Lutz;
Benedikt Egger|Beni Egger; Charlotte Ahrens|Lotte Ahrens; Gertrud Maas|Traudel Maas;
Hannelore Kreis|Hanne Kreis; Hans-Joachim Zorn|Hajo Zorn; Karl-Heinz Riedl|Kalle Riedl;
Karl-Heinz Riedl|Charly Riedl; Jakob Reiser|Jackl Reiser; Ulrich Fromm|Uli Fromm;
Ulrike Fromm|Uli Fromm; Cornelia Dietz|Conny Dietz; Cornelia Dietz|Nele Dietz;
Gabriele Kunz|Gabi Kunz; Angelika Rust|Geli Rust; Constanze Thiel|Stanzi Thiel;
Maximiliane Zech|Maxi Zech; Antonia Brix|Toni Brix; Valentin Ober|Vale Ober;
Leopold Haider|Poldi Haider; Rudolf Mende|Rudi Mende; Jan-Philipp Horn|JP Horn;
Theresa Lindl|Resi Lindl; Anneliese Kapp|Liesel Kapp; Magdalena Wirth|Leni Wirth;
Alfons Moser|Fonse Moser; Eberhard Kolb|Ebi Kolb; Eckhard Stolle|Ecki Stolle;
Reinhard Suhr|Reini Suhr; Siegfried Jahn|Siggi Jahn; Walburga Sturm|Burgi Sturm;
Annemarie Kern|Annemie Kern; Bernadette Pauli|Detti Pauli; Hildegard Noll|Hilde Noll;
Irmgard Busse|Irmi Busse; Edeltraud Fink|Traudl Fink
""",
    "called_slavic_turkish": """
Aleksandra Nowicka|Ola Nowicka; Małgorzata Zielińska|Gosia Zielinska; Agnieszka Pawlak|Aga Pawlak;
Katarzyna Duda|Kasia Duda; Ekaterina Belova|Katya Belova; Dmitri Sokolov|Dima Sokolov;
Aleksei Morozov|Lyosha Morozov; Anastasia Volkova|Nastya Volkova; Vladimir Popov|Vova Popov;
Yekaterina Orlova|Katja Orlowa; Tadeusz Lis|Tadek Lis; Wojciech Sikora|Wojtek Sikora;
Krzysztof Baran|Krzysiek Baran; Jiří Dvořák|Jirka Dvorak; Jaroslav Beneš|Jarda Benes;
František Malý|Franta Maly; Stjepan Horvat|Stipe Horvat; Nikola Petrović|Nidžo Petrovic;
Mustafa Yıldız|Musti Yildiz; Mehmet Öztürk|Memo Oeztuerk; İbrahim Şahin|Ibo Sahin;
Süleyman Çelik|Sülo Celik; Fatma Doğan|Fatoş Dogan; Abdullah Koç|Apo Koc; Emine Aydın|Emoş Aydin
""",
    "english_given_chinese": """
Li Wei (David)|David Li; David Li Wei|Wei Li; Michelle Yeoh|Yeoh Choo Kheng Michelle;
Chen Wei Ming Jason|Jason Chen; Tan Mei Ling, Grace|Grace Tan; Lim Boon Heng Peter|Peter Lim;
Kevin (Jianwei) Zhou|Zhou Jianwei; Ho Ching Wendy|Wendy Ho
""",
    "typos": """
Christopher Lindenberger|Chrisotpher Lindenberger;
Annegret Schwarzenbacher|Annegret Schwarzenbecher;
Konstantinos Vlachopoulos|Konstantinos Vlachoploulos;
Benedikt Zwingenberger|Benedkit Zwingenberger; Friederike Osterkamp|Friedrike Osterkamp;
Maximilian Rotherham|Maximillian Rotherham; Valentina Castellano|Valentina Castelano;
Annika Steinbrecher|Anika Steinbrecher; Philip Ostermann|Phillip Ostermann;
Stefany Kirchhoff|Stephanie Kirchhof; Kathrin Weißgerber|Katrin Weissgerber;
Carsten Möllenkamp|Karsten Moellenkamp; Thorben Lichtwark|Torben Lichtwark;
Katharina Wolkenstein|Katharina Wolkenstien; Mathias Drechsler|Matthias Drexler;
Lennart Grossmann|Lennard Großmann; Isabel Rauschenberg|Isabell Rauschenberg;
Gerhardt Behrens|Gerhard Berens; Jannick Pfeifenberger|Yannik Pfeiffenberger;
Sibylle Ackerknecht|Sybille Ackerknecht
""",
    "double_name": """
Anna Maria Lindhorst|Anna Lindhorst; Karl Heinz Tönnies|Karl-Heinz Toennies;
Hans-Peter Grün|Peter Gruen; Maria Elena Rossetti|Elena Rossetti;
Sabine Leutheusser-Schnarr|Sabine Schnarr; Renate Künast-Vogler|Renate Kuenast;
Eva von Trotha|Eva Trotha; Ludwig v. Beck|Ludwig von Beck; Johan van den Heuvel|Johan Heuvel;
Johan vd Heuvel|Johan van den Heuvel; Pedro Sánchez Pérez-Castejón|Pedro Sanchez;
Gabriel García Márquez|Gabriel Marquez; Maria do Carmo Silveira|Carmo Silveira;
Luiz Inácio da Silva Brandão|Luiz Brandao; Siobhan O'Connell|Siobhán Ó Conaill;
Seán Murphy|Shaun Murphy; Catriona McDonald|Catriona MacDonald; José Ortega y Gasset|Jose Ortega;
D'Angelo, Marco|Marco Dangelo; Roberta De Luca|Roberta Deluca; Jean Le Goff|Jean Legoff;
Anna Saint-Clair|Anna St. Clair; Miriam ten Brinke|Miriam Tenbrinke
""",
    "order": """
Lindhorst Anna|Anna Lindhorst; LINDHORST Anna|Anna Lindhorst; Lindhorst, A.|Anna Lindhorst;
lindhorst anna|Anna Lindhorst; Anna L.|Anna Lindhorst; A. Lindhorst|Anna Lindhorst;
Anna M. Lindhorst|Anna Lindhorst; Anna-Lena Lindhorst|Annalena Lindhorst
""",
    "caucasus": """
გიორგი ბერიძე|Giorgi Beridze; Արամ Խաչատրյան|Aram Khachatryan; Armen Hakobyan|Armen Akopyan;
Davit Kapanadze|David Kapanadse; Nguyen Thi Hong|Hong Nguyen
""",
}
"""Pairs of names, ``one|other;``, each of which may be one person's."""

OF_TWO_PEOPLE = """
Wang Wei|Wang Xiaoming; Kim Min-jun|Kim Ji-eun; Ali Hassan|Ali Hussein; Anna Weber|Anna Huber;
Nguyen Van Hung|Nguyen Thi Mai; Jana Novak|Petr Novak; Martin Szabo|Martina Szabo;
田中太郎|Hanako Tanaka; Tanaka Taro|Tanaka Jiro; Mohammed Ali|Mohammed Amin; Chen Wei|Chen Li;
Zhang San|Zhang Si; 王小明|王大明; 김민준|김지은; Paul Sturm|Paula Sturm;
Andreas Winkler|Andrea Winkler; Ivan Petrov|Anna Petrova; Olga Ivanova|Olga Petrova;
Ana García|Ana Gómez; Peter Lang|Peter Lange-Mann; Jan Svensson|Lars Svensson;
Karl Brandt|Kurt Brandt; Tim Sailer|Tom Sailer; Maria Rossi|Mario Rossi;
Omar Khalil|Omar Khaled; Yuki Sato|Yuko Sato; Hiroshi Ito|Hiroki Ito; Lee Ji-eun|Lee Ji-ho;
Park Sung|Park Soo; Elena Popova|Elena Popović; Hans Keller|Heinz Keller; Sara Cohen|Dina Cohen;
David Levy|Dov Levy; Martin Albrecht|Martin Andersen; Simon Berg|Bergmann Simon;
Nina Koch|Anna Koch; Eva Maria Sand|Anna Maria Sand; Robin Stone|Rob Stein;
Anton Meyer|Antonia Meyer; Nico Frey|Nicole Frey; Alex Stark|Axel Stark; Jens Wolf|Jonas Wolf
"""
"""The same, of two people: not worth a question."""
