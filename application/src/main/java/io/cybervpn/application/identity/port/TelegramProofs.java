package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.TelegramUser;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells what Telegram signed from what somebody made up. Pure computation, no I/O. */
public interface TelegramProofs {
    /** What a client brings to show who he is. */
    sealed interface Proof {
        /**
         * The start data of a Mini App.
         *
         * @param initData as Telegram gave it, still URL encoded
         */
        record MiniApp(String initData) implements Proof {
            @Override
            public String toString() {
                return "MiniApp[hidden]";
            }
        }

        /**
         * What the login widget handed over.
         *
         * @param fields by Telegram's names, {@code hash} among them; absent ones are left out
         */
        record Widget(Map<String, String> fields) implements Proof {
            /** Copies the map. */
            public Widget {
                fields = Map.copyOf(fields);
            }

            @Override
            public String toString() {
                return "Widget[hidden]";
            }
        }
    }

    /** What the proof is worth. */
    sealed interface Checked {
        /**
         * Telegram says so.
         *
         * @param startParam what the link into the Mini App carried
         */
        record Genuine(TelegramUser user, Instant signedAt, Optional<String> startParam)
                implements Checked {}

        /** It is worth nothing. */
        record Refused(Reason reason) implements Checked {}
    }

    /** Why a proof is worth nothing. */
    enum Reason {
        /** It cannot be read, or says something twice. */
        MALFORMED,
        /** Telegram did not sign this, or not for our bot. */
        FORGED,
        /** Signed too long ago. */
        TOO_OLD,
        /** Dated after now. */
        FROM_THE_FUTURE,
        /** The shop has no bot. */
        NO_BOT
    }

    /** Checks seal, date and form. Repeatable: a proof is no ticket for one use. */
    Checked check(Proof proof, Instant now);
}
