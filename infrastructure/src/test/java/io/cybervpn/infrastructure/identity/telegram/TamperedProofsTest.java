package io.cybervpn.infrastructure.identity.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.TelegramProofs.Checked;
import io.cybervpn.application.identity.port.TelegramProofs.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever changes anything in a proof is found out. */
class TamperedProofsTest {
    private final BotTelegramProofs ours =
            new BotTelegramProofs(
                    Optional.of(BotTelegramProofs.keys(TelegramProofsTest.TOKEN)),
                    Optional.empty(),
                    TelegramProofsTest.KEY,
                    Duration.ofDays(1));

    @Property(tries = 400)
    void no_changed_character_of_a_hashed_proof_goes_unseen(
            @ForAll @IntRange(min = 0, max = 4000) int at, @ForAll char instead) {
        assertThat(believed(ours, TelegramProofsTest.B, at, instead, TelegramProofsTest.NOW))
                .isFalse();
    }

    @Property(tries = 200)
    void no_changed_character_of_a_signed_proof_goes_unseen(
            @ForAll @IntRange(min = 0, max = 4000) int at, @ForAll char instead) {
        String signed = TelegramProofsTest.D.substring(0, TelegramProofsTest.D.indexOf("&hash="));
        assertThat(
                        believed(
                                TelegramProofsTest.knowing(TelegramProofsTest.D_BOT),
                                signed,
                                at,
                                instead,
                                TelegramProofsTest.D_NOW))
                .isFalse();
    }

    /** Changes that leave all decoded values as they are do not count as changes. */
    private static boolean believed(
            BotTelegramProofs proofs, String proof, int at, char instead, Instant now) {
        int index = at % proof.length();
        String changed = proof.substring(0, index) + instead + proof.substring(index + 1);
        boolean same =
                ProofFields.parse(changed)
                        .filter(ProofFields.parse(proof).orElseThrow()::equals)
                        .isPresent();
        return !same && proofs.check(new Proof.MiniApp(changed), now) instanceof Checked.Genuine;
    }
}
