import vine, { SimpleMessagesProvider } from '@vinejs/vine'

vine.messagesProvider = new SimpleMessagesProvider({
  required: 'Please fill in this field.',
  string: 'This must be text.',
  email: 'This is not an e-mail address.',
  minLength: 'Please use at least {{ min }} characters.',
  maxLength: 'Please use at most {{ max }} characters.',
  uuid: 'This is not a valid id.',
  enum: 'Please choose one of: {{ choices }}.',
  number: 'This must be a number.',
  min: 'This must be at least {{ min }}.',
  max: 'This must be at most {{ max }}.',
})
