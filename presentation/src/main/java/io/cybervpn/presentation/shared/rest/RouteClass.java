package io.cybervpn.presentation.shared.rest;

import java.util.Locale;

/** What a route costs, for its limits. */
enum RouteClass {
    /** Logins and all that proves who somebody is, or that he has a link to pay. */
    AUTH,
    /** What changes nothing. */
    READ,
    /** What changes something. */
    WRITE,
    /** Pushes of providers. */
    WEBHOOK,
    /** All of staff. */
    ADMIN;

    private static final String API = "/api/v1/";

    static RouteClass of(String method, String path) {
        if (path.startsWith(API + "auth/") || path.startsWith(API + "pay/")) {
            return AUTH;
        }
        if (path.startsWith(API + "webhooks/")) {
            return WEBHOOK;
        }
        if (path.startsWith(API + "admin/") || path.startsWith(API + "users")) {
            return ADMIN;
        }
        return method.equals("GET") || method.equals("HEAD") ? READ : WRITE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
