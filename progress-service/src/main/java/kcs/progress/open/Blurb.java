package kcs.progress.open;

import java.util.Locale;
import kcs.progress.directory.Label;

/** What a set of data is called, and what is in it. */
enum Blurb {
    CATALOGUE(
            new Label("관세청 협업과제 공공데이터", "Open data of the customs service's collaboration tasks"),
            new Label(
                    "관세청이 다른 기관과 함께 추진하는 과제의 공개 자료: 과제, 추진상태, 성과지표, 공개된 보고서.",
                    "What is public of the tasks that the Korea Customs Service carries out with other agencies: tasks,"
                            + " health, indicators, published reports.")),
    TASKS(
            new Label("협업과제 목록", "Collaboration tasks"),
            new Label(
                    "공개된 협업과제와 그 분야, 진행 단계, 기간, 참여 기관, 출처. 문서에 없는 내용은 비어 있음.",
                    "Public collaboration tasks: area, status, period, agencies, where it is known from. What no document"
                            + " states is empty.")),
    HEALTH(
            new Label("협업과제 추진상태", "Health of collaboration tasks"),
            new Label(
                    "공개된 과제의 추진상태(정상·주의·부진·미보고·완료): 기관의 신고, 담당자의 평가, 날짜와 수치에서 나온 판단.",
                    "How public tasks go: what agencies declare, what a planner assesses, what follows from dates and"
                            + " figures.")),
    INDICATORS(
            new Label("협업과제 성과지표", "Indicators of collaboration tasks"),
            new Label(
                    "공개된 과제의 성과지표와 목표, 공개된 보고서에 실린 측정값.",
                    "Indicators of public tasks, their targets, and the values that stand in published reports.")),
    REPORTS(
            new Label("협업과제 이행현황 보고서", "Progress reports"),
            new Label(
                    "동결하여 공개한 이행현황 보고서와 그 파일(JSON, CSV, XLSX, PDF, HWPX).",
                    "Progress reports that were frozen and published, and their files (JSON, CSV, XLSX, PDF, HWPX)."));

    private final Label name;
    private final Label description;

    Blurb(Label name, Label description) {
        this.name = name;
        this.description = description;
    }

    static Blurb of(String list) {
        return valueOf(list.toUpperCase(Locale.ROOT));
    }

    /** Data of a demonstration are called so wherever the name goes. */
    Label name(OpenTerms terms) {
        return terms.demonstration() ? new Label("[시연용 자료] " + name.ko(), "[demonstration data] " + name.en()) : name;
    }

    Label description() {
        return description;
    }
}
