package io.cybervpn.application.identity;

import java.time.Duration;

/** What becomes of somebody who has shown who he is. The same for each way in. */
public sealed interface Admission {
    /** He is in. */
    record LoggedIn(AccountView account, TokenPair tokens) implements Admission {}

    /** The second factor is owed, under this challenge. */
    record SecondFactorOwed(String challenge, Duration life) implements Admission {
        @Override
        public String toString() {
            return "SecondFactorOwed[hidden]";
        }
    }

    /** Staff have locked the account, or it is gone. */
    record Blocked() implements Admission {}
}
