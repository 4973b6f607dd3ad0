package io.cybervpn.infrastructure.provisioning.xui;

import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** Who calls: by a token, or by the cookie of a session and its token against forgery. */
class XuiLogin {
    @HeaderParam("Authorization")
    @Nullable String authorization;

    @HeaderParam("Cookie")
    @Nullable String cookie;

    @HeaderParam("X-CSRF-Token")
    @Nullable String csrf;

    private XuiLogin(
            @Nullable String authorization, @Nullable String cookie, @Nullable String csrf) {
        this.authorization = authorization;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    static XuiLogin byToken(String token) {
        return new XuiLogin("Bearer " + token, null, null);
    }

    static XuiLogin bySession(@Nullable String cookie, @Nullable String csrf) {
        return new XuiLogin(null, cookie, csrf);
    }
}
