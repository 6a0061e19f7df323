import type { SalesforceError } from '../salesforce-error.ts';
import { soqlError } from './soql-error.ts';
import { type Token, tokenize } from './tokenize.ts';

/** Walks over the tokens of a query; keywords are words and so are told apart by place, not by the tokenizer. */
export class TokenReader {
  readonly text: string;
  readonly #tokens: Token[];
  #place = 0;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokenize(text);
  }

  get token(): Token {
    return this.#tokens[this.#place] as Token;
  }
  peek(ahead = 1): Token {
    return this.#tokens[Math.min(this.#place + ahead, this.#tokens.length - 1)] as Token;
  }
  next(): Token {
    const token = this.token;
    if (token.kind !== 'end') this.#place += 1;
    return token;
  }
  isWord(word: string, token = this.token): boolean {
    return token.kind === 'word' && token.text.toUpperCase() === word;
  }
  isSymbol(symbol: string, token = this.token): boolean {
    return token.kind === 'symbol' && token.text === symbol;
  }
  takeWord(...words: string[]): boolean {
    if (!words.every((word, index) => this.isWord(word, this.peek(index)))) return false;
    for (const _ of words) this.next();
    return true;
  }
  takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.next();
    return true;
  }
  expectWord(word: string): Token {
    if (!this.isWord(word)) throw this.unexpected();
    return this.next();
  }
  expectSymbol(symbol: string): Token {
    if (!this.isSymbol(symbol)) throw this.unexpected();
    return this.next();
  }
  expectName(): Token {
    if (this.token.kind !== 'word') throw this.unexpected();
    return this.next();
  }
  unexpected(token = this.token): SalesforceError {
    const shown = token.kind === 'string' ? `'${token.text}'` : token.text;
    return soqlError('MALFORMED_QUERY', `unexpected token: '${shown}'`, this.text, token.at);
  }
}
