package io.cybervpn.presentation.payment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the gateway that an acceptance suite is about; see {@link EveryGatewayTest}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Accepts {
    String value();
}
