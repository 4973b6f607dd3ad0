package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.TokenPair;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to every login, whichever door it came through. Nobody keeps it. */
final class LoginAnswers {
    private LoginAnswers() {}

    static RestResponse<LoginJson> of(
            RestResponse.Status status, AccountView account, TokenPair tokens) {
        return RestResponse.ResponseBuilder.create(
                        status, new LoginJson(AccountJson.of(account), TokensJson.of(tokens)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
