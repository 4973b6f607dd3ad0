package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.Admission;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to each way in, once it is known who comes. */
@Singleton
final class Admissions {
    private final RefreshTransport refreshTransport;

    @Inject
    Admissions(RefreshTransport refreshTransport) {
        this.refreshTransport = refreshTransport;
    }

    RestResponse<LoginJson> answer(Admission admission, HttpServerRequest request) {
        return answer(admission, RestResponse.Status.OK, request);
    }

    /**
     * The login.
     *
     * @param status of a login that is complete
     */
    RestResponse<LoginJson> answer(
            Admission admission, RestResponse.Status status, HttpServerRequest request) {
        return switch (admission) {
            case Admission.LoggedIn(var account, var tokens) ->
                    refreshTransport.login(status, account, tokens, request);
            case Admission.SecondFactorOwed(var challenge, var life) ->
                    throw TwoFactorProblems.required(challenge, life);
            case Admission.Blocked() -> throw IdentityProblems.blocked();
        };
    }
}
