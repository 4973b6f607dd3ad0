package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;

import io.cybervpn.application.identity.Admission;
import io.cybervpn.application.identity.EnsureAccount;
import io.cybervpn.application.identity.LoginGate;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Members of staff with the roles that a test wants. */
@Singleton
public final class StaffMembers {
    private final EnsureAccount ensureAccount;
    private final Assignments assignments;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final LoginGate loginGate;

    @Inject
    StaffMembers(
            EnsureAccount ensureAccount,
            Assignments assignments,
            UnitOfWork unitOfWork,
            Accounts accounts,
            LoginGate loginGate) {
        this.ensureAccount = ensureAccount;
        this.assignments = assignments;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.loginGate = loginGate;
    }

    /** Somebody who sends requests. */
    public record Member(AccountId id, String email, String token) {
        public RequestSpecification asks() {
            return given().auth().oauth2(token).contentType(ContentType.JSON);
        }

        /** The same with a reason, as what is dangerous wants it. */
        public RequestSpecification decides() {
            return asks().header("X-Reason", "a decision of a test");
        }
    }

    /** A new member of staff with exactly this role. */
    public Member withRole(String role) {
        String email = Logins.freshEmail();
        run(new EnsureAccount.Command(email, Logins.PASSWORD, AccountKind.STAFF));
        AccountId account = accountOf(email);
        RoleCode code = new RoleCode(role);
        unitOfWork
                .run(
                        () ->
                                assignments
                                        .remove(account, new RoleCode("super_admin"))
                                        .chain(() -> assignments.put(assignment(account, code))))
                .await()
                .indefinitely();
        return new Member(account, email, proven(email));
    }

    private static Assignment assignment(AccountId account, RoleCode role) {
        return new Assignment(account, role, Instant.now(), Optional.empty(), Optional.empty());
    }

    private void run(EnsureAccount.Command command) {
        if (!(ensureAccount.execute(command).await().indefinitely()
                instanceof EnsureAccount.Result.Created)) {
            throw new AssertionError("not made: " + command.email());
        }
    }

    /** A token of somebody who has shown both factors at this moment of the shop's clock. */
    public String proven(String email) {
        return switch (enter(email)) {
            case Admission.LoggedIn(_, var tokens) -> tokens.access();
            case Admission.SecondFactorOwed _, Admission.Blocked _ ->
                    throw new AssertionError("not let in: " + email);
        };
    }

    private AccountId accountOf(String email) {
        return unitOfWork
                .run(() -> accounts.findByEmail(Email.parse(email).orElseThrow()))
                .await()
                .indefinitely()
                .orElseThrow()
                .id();
    }

    private Admission enter(String email) {
        return loginGate
                .enterProven(accountOf(email), new Client("a test", "192.0.2.1"))
                .await()
                .indefinitely();
    }
}
