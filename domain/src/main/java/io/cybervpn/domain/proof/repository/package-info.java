/** Where proofs are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.proof.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
