import type { PageLabels } from "./page-labels.ts";

const labels: PageLabels = {
  skip: "Chuyển đến nội dung",
  site: "Trang",
  heading: "Hỏi các bài viết",
  lede: "Hãy hỏi bằng lời đơn giản. Câu trả lời là lời của chính tác giả, kèm liên kết tới câu đó.",
  exact: "Nguyên văn",
  exactText: "Mỗi câu trả lời là câu của chính tác giả. Không viết lại, không bịa đặt.",
  cited: "Trích dẫn đến từng câu",
  citedText: "Mỗi số mở bài viết tại đúng những từ đó, được tô sáng, để bạn kiểm tra.",
  honest: "Thành thật về chỗ thiếu",
  honestText: "Khi các bài viết không trả lời, bạn sẽ được báo và thấy phần gần nhất.",
  all: "Tất cả bài viết",
  questions: "Câu hỏi bài này trả lời",
  contents: "Trên trang này",
  updated: "Cập nhật #",
  footer: "Câu trả lời được trích nguyên văn từ các bài viết.",
  citedIn: "Được trích trong câu trả lời cho #",
  back: "Quay lại câu trả lời",
  filter: "Lọc bài viết",
  nothing: "Không có bài viết phù hợp.",
  lost: "Không có trang nào ở đây",
  lostText: "Trang có thể đã chuyển hoặc địa chỉ bị gõ sai. Hãy hỏi điều bạn tìm:",
};
export default labels;
