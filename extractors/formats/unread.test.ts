import { describe, expect, it } from 'vitest';
import { makeZip } from '../../fixtures/zip/make.ts';
import { opensAsXml, unreadKind } from './unread.ts';
import { namesInZip } from './zip.ts';

const packageWith = (...names: readonly string[]): Uint8Array =>
  makeZip(names.map((name) => ({ name, content: 'x' })));

describe('unreadKind', () => {
  it.each<readonly [string, Uint8Array]>([
    ['a Word document (docx)', packageWith('[Content_Types].xml', 'word/document.xml')],
    ['an Excel workbook (xlsx)', packageWith('xl/workbook.xml', '[Content_Types].xml')],
    ['an OFD document', packageWith('OFD.xml', 'Doc_0/Document.xml')],
    ['a ZIP archive ("ingest" reads what is in archives)', packageWith('word.txt')],
    ['a document of older Word, Excel or WPS (OLE)', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
    ['packed by gzip', Buffer.from('1f8b0800', 'hex')],
    ['a BMP image', Buffer.from('BM\x10\0\0\0')],
    ['XML', Buffer.from('\ufeff<?xml version="1.0"?><a/>')],
    ['XML', Buffer.from('\ufeff<svg xmlns="x"/>', 'utf16le')],
  ])('names %s', (what, bytes) => {
    expect(unreadKind(bytes)).toBe(what);
  });

  it.each(['BMI 指数', 'MZ 县2024年决算', '本年支出合计', '<收入>', ''])('does not know %j', (text) => {
    expect(unreadKind(Buffer.from(text))).toBeNull();
  });
});

describe('opensAsXml', () => {
  it('is true of entities and drawings, not of prose or web pages', () => {
    expect(opensAsXml(Buffer.from('<!DOCTYPE lolz [<!ENTITY a "b">]>'))).toBe(true);
    expect(opensAsXml(Buffer.from('<!DOCTYPE html><p>收入</p>'))).toBe(false);
    expect(opensAsXml(Buffer.from('收入 <?xml'))).toBe(false);
  });
});

describe('namesInZip', () => {
  it('gives what can be followed of a list that lies', () => {
    const zip = makeZip([
      { name: 'a', content: 'x' },
      { name: 'b', content: 'x' },
    ]);
    expect(namesInZip(zip)).toEqual(['a', 'b']);
    const lying = Buffer.from(zip);
    lying.writeUInt16LE(0xffff, lying.indexOf('PK\x01\x02') + 30);
    expect(namesInZip(lying)).toEqual(['a']);
    expect(namesInZip(zip.subarray(0, -4))).toEqual([]);
    expect(namesInZip(Buffer.from('PK\x05\x06'))).toEqual([]);
  });
});
