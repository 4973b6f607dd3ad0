package io.cybervpn.presentation.shared.rest;

import io.cybervpn.domain.identity.AccountId;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * In whose name a program with an API key acts, from {@code X-Act-As}: the id of a customer. Nobody
 * else may send it, wherever to; who does means something that we would not do.
 */
final class ActAs {
    static final String HEADER = "X-Act-As";

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int BEFORE_LIMITS = 5500;

    @ServerRequestFilter(preMatching = true, priority = BEFORE_LIMITS)
    void refuseWithoutKey(HttpServerRequest http) {
        if (http.headers().contains(HEADER) && Bearer.apiKey(http).isEmpty()) {
            throw Problem.of(403, "forbidden", "Only an API key acts in the name of others.")
                    .asException();
        }
    }

    /** The customer who is named; fails with a 400 problem if it is no id. */
    static Optional<AccountId> wanted(HttpServerRequest http) {
        return Optional.ofNullable(http.getHeader(HEADER)).map(ActAs::read);
    }

    private static AccountId read(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw Problem.invalid(HEADER, "invalid", "The id of a customer.").asException();
        }
        return new AccountId(UUID.fromString(text));
    }

    static ProblemException noSuchCustomer() {
        return Problem.of(404, "act_as_unknown", "There is no such customer to act for.")
                .asException();
    }

    static ProblemException blocked() {
        return Problem.of(403, "account_blocked", "This customer is blocked.").asException();
    }
}
