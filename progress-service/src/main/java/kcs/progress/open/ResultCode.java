package kcs.progress.open;

/** The codes by which interfaces of data.go.kr say how a question went: of them those that are used here. */
enum ResultCode {
    NORMAL("00", "NORMAL SERVICE."),
    APPLICATION_ERROR("01"),
    NODATA_ERROR("03"),
    INVALID_REQUEST_PARAMETER_ERROR("10"),
    NO_OPENAPI_SERVICE_ERROR("12"),
    LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR("22");

    private final String code;
    private final String message;

    ResultCode(String code) {
        this.code = code;
        this.message = name();
    }

    ResultCode(String code, String message) {
        this.code = code;
        this.message = message;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }

    /**
     * The code of a refusal.
     *
     * @param path of the request
     */
    static ResultCode of(int status, String path) {
        return switch (status) {
            case 404 -> isOfAThing(path) ? NODATA_ERROR : NO_OPENAPI_SERVICE_ERROR;
            case 405 -> NO_OPENAPI_SERVICE_ERROR;
            case 429 -> LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR;
            default -> status < 500 ? INVALID_REQUEST_PARAMETER_ERROR : APPLICATION_ERROR;
        };
    }

    /** Whether there is an address like this, for other things. */
    private static boolean isOfAThing(String path) {
        return path.matches(OpenResource.ROOT + "/(tasks|reports)/[^/]+");
    }
}
