package io.cybervpn.infrastructure.fiscal.nalog;

/** Who we are, as the service's own web page says it. */
record LoginJson(String username, String password, DeviceJson deviceInfo) {
    /** The device that the token is for. */
    record DeviceJson(
            String sourceType, String sourceDeviceId, String appVersion, DetailsJson metaDetails) {}

    /** What the device is. */
    record DetailsJson(String userAgent) {}

    static LoginJson of(String inn, String password) {
        return new LoginJson(
                inn,
                password,
                new DeviceJson("WEB", "cybervpn", "1.0.0", new DetailsJson("Mozilla/5.0")));
    }
}
