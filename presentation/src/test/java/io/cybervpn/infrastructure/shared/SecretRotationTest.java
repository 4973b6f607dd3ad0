package io.cybervpn.infrastructure.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.presentation.shell.Shell;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R222: after the key was changed, what the old one sealed is sealed anew and still opens. */
@QuarkusTest
class SecretRotationTest {
    private static final byte[] SECRET = "of an app".getBytes(StandardCharsets.UTF_8);

    @Inject Shell shell;
    @Inject SecretBox box;
    @Inject Pool pool;

    @Test
    void the_shell_seals_what_an_older_key_sealed_and_says_when_that_may_go() {
        var before = new AesSecretBox(() -> Optional.of(List.of(ShopWorld.OLD_SECRETS_KEY)));
        UUID account =
                UUID.fromString(Logins.register(Logins.freshEmail()).extract().path("account.id"));
        String purpose = "totp:" + account;
        insert(account, before.seal(SECRET, purpose));

        assertThat(shell.run("secrets", "status")).isEqualTo(1);
        assertThat(sealed(account)).startsWith("box1.t0.");
        assertThat(shell.run("secrets", "reseal")).isZero();

        assertThat(sealed(account)).startsWith("box1.t1.");
        assertThat(box.open(sealed(account), purpose)).isEqualTo(SECRET);
        assertThat(shell.run("secrets", "status")).isZero();
    }

    private void insert(UUID account, String sealed) {
        pool.preparedQuery(
                        """
                        insert into second_factor
                            (account_id, sealed_secret, active, last_step, recovery, since)
                        values ($1, $2, true, 0, '', now())""")
                .execute(Tuple.of(account, sealed))
                .await()
                .indefinitely();
    }

    private String sealed(UUID account) {
        return pool.preparedQuery("select sealed_secret from second_factor where account_id = $1")
                .execute(Tuple.of(account))
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .indefinitely();
    }
}
