package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;

import io.cybervpn.application.identity.EnsureAccount;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.repository.Assignments;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Members of staff with the roles that a test wants. */
@Singleton
public final class StaffMembers {
    private final EnsureAccount ensureAccount;
    private final Assignments assignments;
    private final UnitOfWork unitOfWork;

    @Inject
    StaffMembers(EnsureAccount ensureAccount, Assignments assignments, UnitOfWork unitOfWork) {
        this.ensureAccount = ensureAccount;
        this.assignments = assignments;
        this.unitOfWork = unitOfWork;
    }

    /** Somebody who sends requests. */
    public record Member(AccountId id, String email, String token) {
        public RequestSpecification asks() {
            return given().auth().oauth2(token).contentType(ContentType.JSON);
        }
    }

    /** A new member of staff with exactly this role. */
    public Member withRole(String role) {
        String email = Logins.freshEmail();
        run(new EnsureAccount.Command(email, Logins.PASSWORD, AccountKind.STAFF));
        String id =
                Logins.logIn(email, Logins.PASSWORD).statusCode(200).extract().path("account.id");
        AccountId account = new AccountId(UUID.fromString(id));
        RoleCode code = new RoleCode(role);
        unitOfWork
                .run(
                        () ->
                                assignments
                                        .remove(account, new RoleCode("super_admin"))
                                        .chain(() -> assignments.put(assignment(account, code))))
                .await()
                .indefinitely();
        return new Member(account, email, token(email));
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

    private static String token(String email) {
        return Logins.logIn(email, Logins.PASSWORD)
                .statusCode(200)
                .extract()
                .path("tokens.accessToken");
    }
}
