package org.xinbao.arrears;

/** What assessing a loan gives: its figures, or the row that contradicts the rest of the loan. */
public sealed interface AssessmentOutcome permits Assessment, Contradiction {}
