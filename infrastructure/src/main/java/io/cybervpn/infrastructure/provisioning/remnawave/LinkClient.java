package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.ConfigRequest;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** Who opens a link: the panel picks a format by the name and counts the device. */
class LinkClient {
    @HeaderParam("User-Agent")
    String userAgent;

    @HeaderParam("X-HWID")
    @Nullable String hwid;

    @HeaderParam("X-Device-OS")
    @Nullable String deviceOs;

    @HeaderParam("X-Ver-OS")
    @Nullable String versionOs;

    @HeaderParam("X-Device-Model")
    @Nullable String deviceModel;

    LinkClient(String userAgent, ConfigRequest request) {
        this.userAgent = userAgent;
        this.hwid = request.device().get("x-hwid");
        this.deviceOs = request.device().get("x-device-os");
        this.versionOs = request.device().get("x-ver-os");
        this.deviceModel = request.device().get("x-device-model");
    }
}
