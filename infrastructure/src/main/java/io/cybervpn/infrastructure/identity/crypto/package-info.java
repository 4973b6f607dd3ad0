/** Hashes of passwords, signatures of tokens, random secrets. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.identity.crypto;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
