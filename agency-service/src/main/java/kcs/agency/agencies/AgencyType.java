package kcs.agency.agencies;

/** What kind of body an agency is. */
enum AgencyType {
    /** 부. */
    MINISTRY,
    /** 처. */
    MINISTRY_LEVEL,
    /** 청. */
    ADMINISTRATION,
    /** 소속기관. */
    AFFILIATED,
    /** 공공기관. */
    PUBLIC_INSTITUTION,
    /** 지방자치단체. */
    LOCAL_GOVERNMENT,
    /** 외국 세관. */
    FOREIGN_CUSTOMS,
    /** 국제기구. */
    INTERNATIONAL,
    /** 민간. */
    PRIVATE
}
