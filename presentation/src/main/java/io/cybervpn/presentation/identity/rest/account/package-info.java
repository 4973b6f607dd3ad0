/** What a customer does with his account as a whole: take a copy, join two, leave. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.identity.rest.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
