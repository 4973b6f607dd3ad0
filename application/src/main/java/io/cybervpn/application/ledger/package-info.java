/** Use cases of the ledger: post, reverse, prove, list. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
