import type { Language } from "../language.ts";
import { wordList } from "./word-list.ts";

/** Vietnamese: words do not inflect, and each syllable stands by itself. */
const vietnamese: Language = {
  code: "vi",
  script: "Latin",
  letters: "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ",
  stem: (word) => word,
  recency: ["mới nhất", "hiện tại", "hiện nay", "bây giờ", "hôm nay", "gần đây"],
  stopWords: wordList(`
    là và của có được cho các những một với trong này đó kia ấy khi để không đã đang sẽ bị bởi do từ đến tới ở tại trên dưới
    vào ra lên xuống về theo như nhưng mà thì nên vì nếu hay hoặc cũng rất lại còn chỉ đều vẫn cứ nữa rồi
    tôi bạn anh chị ông bà nó họ chúng ta mình người việc sự cái con chiếc
    gì nào ai đâu sao nhiêu mấy bao thế
    hơn nhất nhiều ít mọi mỗi từng vài cả tất
    hãy xin vui lòng gọi
  `),
  stressed: wordList("không chỉ tất cả ai gì đâu sao và hoặc nhưng"),
  abbreviations: wordList("tp ts ths gs pgs bs ks cn tt vd stt tr đ q p tx nxb"),
  obligations: ["nên", "phải"],
  questionWords: {
    person: ["ai", "của ai", "người nào", "những ai", "là ai"],
    time: [
      "khi nào",
      "năm nào",
      "ngày nào",
      "tháng nào",
      "lúc nào",
      "bao giờ",
      "thời gian nào",
      "từ khi nào",
      "thế kỷ nào",
    ],
    place: ["đâu", "ở đâu", "nơi nào", "thành phố nào", "quốc gia nào", "nước nào", "chỗ nào"],
    quantity: ["bao nhiêu", "mấy", "bao lâu", "bao xa", "số lượng", "có bao nhiêu", "mức nào"],
    reason: ["tại sao", "vì sao", "sao", "lý do gì", "do đâu", "vì lý do gì"],
    manner: ["như thế nào", "thế nào", "bằng cách nào", "cách nào", "làm sao"],
    thing: ["gì", "cái gì", "nào", "những gì", "điều gì", "cái nào"],
  },
};

export default vietnamese;
