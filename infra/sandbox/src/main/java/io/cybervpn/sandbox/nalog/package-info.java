/**
 * The tax office's service for the self-employed, as its own web page uses it: one standing receipt
 * for each income, a token that dies with the next login, no keys against repetition.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.nalog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
