package io.cybervpn.presentation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.presentation.shared.ApiOperations;
import io.cybervpn.presentation.shared.ApiOperations.Call;
import io.cybervpn.presentation.shared.ApiOperations.Caller;
import io.cybervpn.presentation.shared.PermissionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everybody calls everything, and {@code docs/permissions.md} says who is let in (R44, R57-R66). An
 * endpoint without a row fails the build.
 */
@QuarkusTest
class PermissionMatrixTest {
    /** What a refusal of the edge or of a use case says; other codes are about the request. */
    private static final Set<String> DENIALS =
            Set.of("unauthorized", "forbidden", "two_factor_required", "step_up_required");

    /** What staff need to get a second factor. */
    private static final List<String> BEFORE_PROOF =
            List.of(
                    "/api/v1/auth",
                    "/api/v1/me",
                    "/api/v1/passkeys",
                    "/api/v1/sessions",
                    "/api/v1/two-factor");

    @Inject StaffMembers staff;
    @Inject KeyMaker keys;
    @Inject AccessTokens tokens;

    private final PermissionTable table = PermissionTable.read();
    private Collection<Call> calls = List.of();

    @BeforeEach
    void read_the_contract() {
        calls = ApiOperations.served().all().values();
    }

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        assertThat(table.operations())
                .as("docs/permissions.md; give each new operation its row")
                .containsExactlyInAnyOrderElementsOf(calls.stream().map(Call::id).toList());
    }

    @Test
    void the_table_is_what_happens() {
        Map<String, Supplier<Caller>> callers = new HashMap<>();
        table.callers().forEach(caller -> callers.put(caller, shown(caller)));
        List<String> wrong = new ArrayList<>();
        for (Call call : calls) {
            callers.forEach((name, caller) -> compare(call, name, caller.get(), wrong));
        }
        assertThat(wrong).as("calls that were not answered as docs/permissions.md says").isEmpty();
    }

    private void compare(Call call, String caller, Caller shown, List<String> wrong) {
        Response answer = call.withUnknownIds(shown);
        int status = answer.statusCode();
        boolean denied = (status == 401 || status == 403) && DENIALS.contains(code(answer));
        boolean admitted = table.admits(call.id(), caller);
        boolean wellDenied = status == (shown.token().isEmpty() ? 401 : 403);
        if (denied == admitted || (denied && !wellDenied) || status >= 500) {
            wrong.add(call.id() + " by " + caller + " gave " + status + " " + code(answer));
        }
    }

    private static String code(Response answer) {
        return answer.contentType().contains("json")
                ? String.valueOf(answer.jsonPath().<Object>get("code"))
                : "";
    }

    /** What each of them shows; keys are of all scopes. */
    private Supplier<Caller> shown(String caller) {
        return switch (caller) {
            case "guest" -> () -> new Caller(Optional.empty(), Optional.empty());
            case "customer" -> loggedIn(caller, newCustomer().email());
            case "key" -> key(Optional.empty());
            case "key for customer" -> key(Optional.of(newCustomer().id()));
            case String role -> loggedIn(role, staff.withRole(role).email());
        };
    }

    private Supplier<Caller> key(Optional<String> customer) {
        String key = keys.ofAllScopes().key();
        return () -> new Caller(Optional.of(key), customer);
    }

    private record Customer(String email, String id) {}

    private static Customer newCustomer() {
        String email = Logins.freshEmail();
        return new Customer(email, Logins.register(email).extract().path("account.id"));
    }

    /** Anew for each call, since some of them end all sessions of the caller. */
    private Supplier<Caller> loggedIn(String caller, String email) {
        return () ->
                new Caller(
                        Optional.of(
                                caller.equals("customer")
                                        ? byPassword(email)
                                        : staff.proven(email)),
                        Optional.empty());
    }

    private static String byPassword(String email) {
        return Logins.logIn(email, Logins.PASSWORD)
                .statusCode(200)
                .extract()
                .path("tokens.accessToken");
    }

    @Test
    void staff_without_a_second_factor_reach_only_what_it_takes_to_get_one() {
        String email = staff.withRole("super_admin").email();
        List<String> wrong = new ArrayList<>();
        for (Call call : calls) {
            if (!table.admits(call.id(), "guest") && table.admits(call.id(), "super_admin")) {
                Response answer = call.withUnknownIds(Optional.of(byPassword(email)));
                boolean free = BEFORE_PROOF.stream().anyMatch(call.path()::startsWith);
                boolean refused =
                        answer.statusCode() == 403 && code(answer).equals("two_factor_required");
                if (refused == free) {
                    wrong.add(call.id() + " gave " + answer.statusCode() + " " + code(answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_expired_or_forged_token_opens_nothing() {
        List<String> wrong = new ArrayList<>();
        for (Call call : calls) {
            if (!table.admits(call.id(), "guest")) {
                AccountKind kind =
                        table.admits(call.id(), "customer")
                                ? AccountKind.CUSTOMER
                                : AccountKind.STAFF;
                expect401(call, token(kind, Instant.now().minusSeconds(600)), "expired", wrong);
                expect401(
                        call, forged(token(kind, Instant.now().plusSeconds(600))), "forged", wrong);
                expect401(call, "cvk_nobody-made-this-key", "unknown key", wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void expect401(Call call, String token, String what, List<String> wrong) {
        int status = call.withUnknownIds(Optional.of(token)).statusCode();
        if (status != 401) {
            wrong.add(call.id() + " by an " + what + " token gave " + status);
        }
    }

    @Test
    void a_revoked_token_opens_nothing() {
        String customer = revoked(Logins.register(Logins.freshEmail()));
        String member =
                revoked(Logins.logIn(staff.withRole("super_admin").email(), Logins.PASSWORD));
        List<String> wrong = new ArrayList<>();
        for (Call call : calls) {
            if (!table.admits(call.id(), "guest")) {
                expect401(
                        call,
                        table.admits(call.id(), "customer") ? customer : member,
                        "revoked",
                        wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String revoked(ValidatableResponse login) {
        String refresh = login.extract().path("tokens.refreshToken");
        Logins.post("logout", Map.of("refreshToken", refresh)).statusCode(204);
        return login.extract().path("tokens.accessToken");
    }

    private String token(AccountKind kind, Instant end) {
        return token(kind, new AccountId(UUID.randomUUID()), end);
    }

    private String token(AccountKind kind, AccountId account, Instant end) {
        return tokens.issue(
                new AccessTokens.Grant(
                        account,
                        kind,
                        new SessionId(UUID.randomUUID()),
                        Optional.empty(),
                        end.minusSeconds(300),
                        end));
    }

    private static String forged(String token) {
        int at = token.lastIndexOf('.') + 1;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
